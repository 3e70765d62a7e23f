"""The order of the docket: stake × urgency × doubt, each visible and each to be weighed by the reader."""

import math
from dataclasses import dataclass
from datetime import date

LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much the reader lets each factor count: 1 as it is, 0 not at all, 2 doubly."""

    stake: float = 1.0
    urgency: float = 1.0
    doubt: float = 1.0


@dataclass(frozen=True, slots=True)
class Weight:
    """The factors of one item, each between 0 and 1, and their product."""

    stake: float
    urgency: float
    doubt: float
    total: float

    @property
    def heights(self) -> list[float]:
        """The three factors as bars of at most 14, for the small picture beside an item."""
        return [round(14 * max(factor, LEAST), 1) for factor in (self.stake, self.urgency, self.doubt)]

    @property
    def gaps(self) -> list[float]:
        """What is left above each bar."""
        return [round(14 - height, 1) for height in self.heights]


def weigh(stake: float, urgency: float, doubt: float, weighing: Weighing | None = None) -> Weight:
    """Return the weight of an item from its factors.

    Doubt counts from one half up: what is certain still needs an answer, what is open needs a person's judgement more.
    """
    chosen = weighing or Weighing()
    doubted = 0.5 + 0.5 * doubt
    total = max(stake, LEAST) ** chosen.stake * max(urgency, LEAST) ** chosen.urgency * doubted**chosen.doubt
    return Weight(stake, urgency, doubted, total)


def stake_factor(minor: int | None, largest: int) -> float:
    """Return how much is at stake against the largest stake in the same currency: the square root of the share.

    The root keeps a customer of a hundredth of the size at a tenth of the weight, so that small ones are not lost.
    """
    if not minor or largest <= 0:
        return LEAST
    return max(LEAST, math.sqrt(min(1.0, abs(minor) / largest)))


def urgency(on: date, due: date | None, since: date | None) -> float:
    """Return how pressing an item is: 1 when due today or overdue, falling by half each week before; without a due date,
    fresh matters press more than old ones, and none less than a quarter."""
    if due is not None:
        return max(0.25, float(0.5 ** (max(0, (due - on).days) / 7)))
    if since is not None:
        return max(0.25, float(0.5 ** (max(0, (on - since).days) / 45)))
    return 0.5
