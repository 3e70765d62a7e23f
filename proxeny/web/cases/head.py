"""The line under the title of a case."""

from dataclasses import dataclass

from proxeny.cases.models import Priority, Severity
from proxeny.core.money import Money
from proxeny.web.cases.reader import Reader


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says: priority and severity in words, the customer's level, and what it is worth a year."""

    priority: str
    severity: str
    level: str
    stake: Money | None


def head(reader: Reader) -> Head:
    """Return what the head of the case says."""
    case = reader.case
    stake = None if case.stake_minor is None else Money(case.stake_minor, case.account.currency)
    return Head(
        priority=str(Priority(case.priority).label),
        severity=str(Severity(case.severity).label),
        level=case.account.get_level_display(),
        stake=stake,
    )
