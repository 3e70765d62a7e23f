"""What a sheet of costs and benefits is made of."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from proxeny.analytics.ranges import Floats, Range


class Side(IntEnum):
    """Whether money comes in or goes out."""

    BENEFIT = 1
    COST = -1


@dataclass(frozen=True, slots=True)
class Item:
    """Money that comes in or goes out, once or every month; whose word the range is, the caller keeps.

    `amount`: how much, in the caller's currency, each time; a cost is a positive amount on the side of costs. Month 0 is the
    month of the decision. Once: in month `since`. Monthly: from `since` through `until`, both included (None: as long as is
    looked ahead), rising evenly and full in its `ramp`-th month (1: at once).
    Raises ValueError for months before 0, an end before the beginning or a ramp below 1.
    """

    key: str
    side: Side
    amount: Range
    monthly: bool = False
    since: int = 0
    until: int | None = None
    ramp: int = 1

    def __post_init__(self) -> None:
        if self.since < 0 or (self.until is not None and self.until < self.since) or self.ramp < 1:
            raise ValueError(f"“{self.key}” has no months to fall into.")

    def course(self, months: int) -> Floats:
        """Return how often the amount is due in each of the next `months`, with its sign, [months]."""
        course = np.zeros(months)
        if not self.monthly:
            course[self.since : self.since + 1] = 1.0
        else:
            end = months if self.until is None else min(self.until + 1, months)
            due = max(end - self.since, 0)
            course[self.since : self.since + due] = np.minimum(np.arange(1, due + 1) / self.ramp, 1.0)
        return course * self.side


def present(courses: Floats, rate: float) -> Floats:
    """Return what one unit of each course is worth today, [items]; `rate` a year (.08), `courses` [items, months].

    Month m counts (1 + rate) to the power of -m/12. Raises ValueError for a rate of -1 or less.
    """
    if rate <= -1:
        raise ValueError(f"A discount rate of {rate:.0%} a year leaves nothing to count.")
    return np.asarray(courses @ (1 + rate) ** (-np.arange(courses.shape[1]) / 12))
