"""Whether a contract was renewed: what follows from the contracts on record, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from proxeny.accounts.models import Contract
from proxeny.core.sentences import N_, Sentence

LATE = timedelta(days=30)
"""A contract that follows within so many days of the end is a renewal; people sign late."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether it was renewed, and from which fact that follows."""

    renewed: bool
    text: Sentence


def decides_on(contract: Contract) -> date:
    """Return the first day on which it is certain that nothing follows."""
    return contract.ends_on + LATE + timedelta(days=1)


def decided(contract: Contract, others: Iterable[Contract], on: date) -> Decided | None:
    """Return what is known on the morning of `on` from the customer's contracts, or None if nothing yet.

    Renewed is what another contract follows that begins by thirty days after the end and ends later, and what renews by itself
    and was not left.
    """
    if following := _following(contract, others):
        text = Sentence(N_("contract %(number)s follows"), {"number": following.number})
        return Decided(True, text)
    left = contract.account.left_on
    if left is not None and left < on and left <= contract.ends_on + LATE:
        day = {"type": "date", "date": left.isoformat()}
        return Decided(False, Sentence(N_("the customer left on %(day)s"), {"day": day}))
    if on < decides_on(contract):
        return None
    if contract.renews_by_itself:
        return Decided(True, Sentence(N_("it renews by itself, and nobody ended it")))
    return Decided(False, Sentence(N_("no contract has followed within thirty days of its end")))


def _following(contract: Contract, others: Iterable[Contract]) -> Contract | None:
    found = [
        one
        for one in others
        if one.pk != contract.pk
        and one.ends_on > contract.ends_on
        and contract.starts_on < one.starts_on <= contract.ends_on + LATE
    ]
    return min(found, key=lambda one: (one.starts_on, one.pk), default=None)
