"""What goes into swing detection, and what comes out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]
Ints: TypeAlias = NDArray[np.int64]
Codes: TypeAlias = NDArray[np.int8]


class Horizon(StrEnum):
    """How long a look back it takes to see the change."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"


class Direction(StrEnum):
    """Where the level went."""

    DOWN = "down"
    UP = "up"


class Verdict(IntEnum):
    """What can be said of one series on one morning."""

    QUIET = 0
    SWING = 1
    TOO_LITTLE = 2
    SILENT_FEED = 3


class Yardstick(StrEnum):
    """What the present was held against."""

    WEEKDAY_RHYTHM = "own_weekday_rhythm"
    SEASON = "same_season_last_year"
    SPRING_FESTIVAL = "same_offset_from_spring_festival"
    ORDER_RHYTHM = "order_rhythm"
    ORDER_AMOUNTS = "order_amounts"


@dataclass(frozen=True)
class Panel:
    """Daily consumption of many series; the caller keeps which account and meter a row is.

    `values` has shape [series, days] and the series' own unit; NaN is "no record", which is not zero.
    `lines[s]` is true where absence means that nothing was bought (the caller has filled zeros inside the
    covered range), false for metered series, where absence is a gap.
    """

    first_day: date
    values: Floats
    lines: Bools

    def __post_init__(self) -> None:
        if self.values.ndim != 2:
            raise ValueError(
                f"Values have {self.values.ndim} dimensions; a panel needs two: series and days."
            )
        if self.lines.shape != self.values.shape[:1]:
            raise ValueError(
                f"There are {len(self.values)} series but {len(self.lines)} natures; give one for each."
            )

    @property
    def series(self) -> int:
        """The number of series."""
        return int(self.values.shape[0])

    @property
    def until(self) -> date:
        """The first day that the panel says nothing about."""
        return self.first_day + timedelta(days=int(self.values.shape[1]))

    def before(self, on: date) -> "Panel":
        """The panel as it could be seen on the morning of `on`: nothing of that day, nothing later."""
        days = max(0, min(self.values.shape[1], (on - self.first_day).days))
        return Panel(self.first_day, self.values[:, :days], self.lines)

    def rows(self, chosen: Sequence[int] | Ints) -> "Panel":
        """The chosen series, in the order given."""
        return Panel(self.first_day, self.values[chosen], self.lines[chosen])


@dataclass(frozen=True)
class Comparison:
    """What the present was held against, with the figures a sentence needs.

    `weeks`: length of the baseline; `typical_gap_days`: mean days between two orders; `silent_days`: days
    since the last order; `since_festival`: days between the Spring Festival and yesterday.
    """

    yardstick: Yardstick
    weeks: int | None = None
    typical_gap_days: float | None = None
    silent_days: int | None = None
    since_festival: int | None = None


@dataclass(frozen=True)
class Evidence:
    """The figures behind a swing, small enough to keep with it.

    `weekly`: the weekly level relative to the level before (1 = as before), oldest first, the last week
    ending yesterday, None where a week could not be used. `score`: how many standard deviations of its
    own usual movement the change is.
    """

    weekly: tuple[float | None, ...]
    weeks_before: int
    weeks_now: int
    score: float


@dataclass(frozen=True)
class Swing:
    """A change of consumption that is neither rhythm nor holiday, for a person to judge.

    `change` is relative (-0.38 is 38 % less); levels are per typical day in the series' own unit, so that
    30.44 of them make a month. `certainty` is the share of such swings expected to be true.
    """

    series: int
    horizon: Horizon
    since: date
    direction: Direction
    change: float
    level_before: float
    level_now: float
    compared_with: Comparison
    certainty: float
    evidence: Evidence


@dataclass(frozen=True)
class Detection:
    """The swings of one morning, and what can be said of every series.

    `verdicts` has one `Verdict` a series; `silent_since` (datetime64[D], NaT where the feed speaks) the
    first day without a record of each silent feed.
    """

    on: date
    swings: list[Swing]
    verdicts: Codes
    silent_since: NDArray[np.datetime64]
