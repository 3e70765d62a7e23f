"""What happened to a case, as far as clocks care."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from proxeny.core.calendar import Pause


class Wait(NamedTuple):
    """That the customer was waited for: since when, why, who said so, and until when."""

    began: datetime
    why: str
    by: str
    ended: datetime | None = None

    @property
    def pause(self) -> Pause:
        """The same as a stretch of time."""
        return Pause(self.began, self.ended)


@dataclass(frozen=True, slots=True)
class History:
    """The moments of one case; all aware. `closed` are the stretches in which it was solved, the last perhaps without an end.

    `customer_wrote` and `we_wrote` are the messages between the customer and us, of any age and in any order; a case that
    the customer opened by writing has that message in them.
    """

    opened: datetime
    customer_wrote: Sequence[datetime] = ()
    we_wrote: Sequence[datetime] = ()
    clarified: datetime | None = None
    proposed: datetime | None = None
    closed: Sequence[Pause] = ()
    waits: Sequence[Wait] = ()

    @property
    def solved(self) -> datetime | None:
        """Since when it is solved; None while it is open, also where it was reopened."""
        return next((one.began for one in self.closed if one.ended is None), None)

    @property
    def first_answer(self) -> datetime | None:
        """When we first wrote."""
        return min((at for at in self.we_wrote if at >= self.opened), default=None)

    @property
    def unanswered_since(self) -> datetime | None:
        """When the customer wrote what we have not answered yet: the oldest word since our last; None when all is answered."""
        last = max(self.we_wrote, default=None)
        return min((at for at in self.customer_wrote if last is None or at > last), default=None)
