"""The line under the title of a case."""

from dataclasses import dataclass

from proxeny.cases.prioritising import Explained, explained
from proxeny.core.money import Money
from proxeny.web.cases.reader import Reader


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says: the priority with all that it comes from, and what the customer is worth a year."""

    priority: Explained
    stake: Money | None


def head(reader: Reader) -> Head:
    """Return what the head of the case says."""
    case = reader.case
    stake = None if case.stake_minor is None else Money(case.stake_minor, case.account.currency)
    return Head(priority=explained(case), stake=stake)
