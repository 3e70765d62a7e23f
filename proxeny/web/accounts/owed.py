"""The promises on a customer's page: what is owed, and how many were kept."""

from dataclasses import dataclass
from datetime import date

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.promises import access
from proxeny.promises.models import Promise
from proxeny.promises.standing import Standing, State, standing_of

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Owed:
    """What the panel shows: what is owed, the first due first, and counts of the rest."""

    standing: Standing
    may_note: bool

    @property
    def rows(self) -> list[tuple[Promise, State]]:
        """What is owed, each with how it stands, as far as there is room."""
        return self._owed[:SHOWN]

    @property
    def more(self) -> int:
        """How many more are owed than there is room for."""
        return max(0, len(self._owed) - SHOWN)

    @property
    def kept(self) -> int:
        """How many were kept, in time or late."""
        return len(self.standing.of(State.KEPT, State.KEPT_LATE))

    @property
    def late(self) -> int:
        """How many of them were kept late."""
        return len(self.standing.of(State.KEPT_LATE))

    @property
    def _owed(self) -> list[tuple[Promise, State]]:
        settled = (State.KEPT, State.KEPT_LATE, State.WITHDRAWN)
        return [(one, state) for one, state in self.standing.promises if state not in settled]


def owed_to(account: Account, actor: Actor, on: date) -> Owed:
    """Return what the page of the customer shows of its promises; one query."""
    return Owed(standing_of(account, on, seen_by=actor), access.may_note(actor, account))
