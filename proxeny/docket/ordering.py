"""The order of the docket: stake × urgency × doubt, each visible and each to be weighed by the reader."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much the reader lets each factor count: 1 as it is, 0 not at all, 2 doubly."""

    stake: float = 1.0
    urgency: float = 1.0
    doubt: float = 1.0


class Order(StrEnum):
    """By what a docket can be ordered: the product of the factors, or one of them alone."""

    ALL = "all"
    STAKE = "stake"
    URGENCY = "urgency"
    DOUBT = "doubt"

    @property
    def weighing(self) -> Weighing:
        """The weighing that makes this order."""
        alone = {one: float(one is self) for one in (Order.STAKE, Order.URGENCY, Order.DOUBT)}
        if self is Order.ALL:
            return Weighing()
        return Weighing(alone[Order.STAKE], alone[Order.URGENCY], alone[Order.DOUBT])

    @property
    def column(self) -> str:
        """Where an item of the docket keeps its place in this order."""
        return "place" if self is Order.ALL else f"place_by_{self.value}"


class Weighed(Protocol):
    """What has a place on the docket of a day; `arrange` fills in the stake factor and the places."""

    matter_id: int
    stake_minor: int | None
    currency: str
    urgency: float
    doubt: float
    stake_factor: float


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


def arrange(day: Sequence[Weighed]) -> None:
    """Give all items of one day their stake factor and their place in each order, the heaviest first, ties by number.

    The factor is relative to the day's largest stake in the same currency, whoever reads: an item stands for everybody
    at the same weight.
    """
    largest: dict[str, int] = defaultdict(int)
    for one in day:
        largest[one.currency] = max(largest[one.currency], abs(one.stake_minor or 0))
    for one in day:
        one.stake_factor = stake_factor(one.stake_minor, largest[one.currency])
    for order in Order:
        weighing = order.weighing
        ranked = sorted(
            day,
            key=lambda one, by=weighing: (  # type: ignore[misc]
                -weigh(one.stake_factor, one.urgency, one.doubt, by).total,
                one.matter_id,
            ),
        )
        for place, one in enumerate(ranked):
            setattr(one, order.column, place)


def urgency(on: date, due: date | None, since: date | None) -> float:
    """Return how pressing an item is: 1 when due today or overdue, falling by half each week before; without a due date,
    fresh matters press more than old ones, and none less than a quarter."""
    if due is not None:
        return max(0.25, float(0.5 ** (max(0, (due - on).days) / 7)))
    if since is not None:
        return max(0.25, float(0.5 ** (max(0, (on - since).days) / 45)))
    return 0.5
