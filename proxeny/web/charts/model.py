"""What a strip chart shows, as plain values; who fills them in decides what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
WEEK = 7
DAY_BY_DAY_UP_TO = 100


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both ends included, and what they are called: a public holiday."""

    first: date
    last: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A swing: from `since` until now, and the few words over it (−38 %, ¥6.6 万 a month)."""

    since: date
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that happened on a day: its sign, what it was; a person's own word is drawn in vermilion."""

    day: date
    sign: str
    words: str
    by_a_person: bool = False


@dataclass(frozen=True, slots=True)
class EventRow:
    """Marks of one sort, on a line of their own below the curve. Any domain can hand one in."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Strip:
    """Consumption of one meter, or of all in money, day by day from `first` on, and what else happened.

    `values` has one figure a day in `unit`; NaN is a day without record, which is not zero. `smooth` holds
    the mean of the seven days that end on each (`smoothed`, best begun before the first day shown); `low` and
    `high` the range expected of the account's own rhythm, NaN where there is none, and `band` what is drawn
    of it. `language` is `zh` or `en`. `key` is the chart's name within its page: what it draws refers to
    itself by it.
    """

    key: str
    title: str
    summary: str
    unit: str
    first: date
    values: Floats
    smooth: Floats
    today: date
    language: str
    low: Floats | None = None
    high: Floats | None = None
    holidays: Sequence[Stretch] = ()
    workdays: Sequence[date] = ()
    swings: Sequence[Bracket] = ()
    rows: Sequence[EventRow] = ()
    is_money: bool = False
    decimals: int = 2
    band: tuple[Floats, Floats] | None = field(init=False)

    def __post_init__(self) -> None:
        for name in ("smooth", "low", "high"):
            given = getattr(self, name)
            if given is not None and given.shape != self.values.shape:
                raise ValueError(
                    f"{name} has {given.shape} figures for {self.values.shape} days; give one for each day."
                )
        object.__setattr__(self, "band", self._band())

    def _band(self) -> tuple[Floats, Floats] | None:
        """What is drawn of the expected range: of a short strip day by day, of a long one by the week."""
        if self.low is None or self.high is None:
            return None
        if self.days <= DAY_BY_DAY_UP_TO:
            return self.low, self.high
        return smoothed(self.low), smoothed(self.high)

    @property
    def days(self) -> int:
        """How many days are shown."""
        return len(self.values)

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + timedelta(days=self.days - 1)

    def index(self, day: date) -> int:
        """Return how many days `day` lies after the first; outside the strip it is negative or too large."""
        return (day - self.first).days

    def holds(self, day: date) -> bool:
        """Tell whether `day` is shown."""
        return self.first <= day <= self.last

    def gaps(self) -> list[tuple[int, int]]:
        """Return the runs of days without record, as first index and length."""
        return runs(~np.isfinite(self.values))


def runs(wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the unbroken runs of true entries, as first index and length."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wanted, [False]]).astype(np.int8)))
    return [(int(start), int(end - start)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def smoothed(values: Floats) -> Floats:
    """Return the mean of the seven days that end on each day.

    NaN where fewer than four are known or the day is not.
    """
    known = np.isfinite(values)
    total = _trailing_sum(np.where(known, values, 0.0))
    count = _trailing_sum(known.astype(np.float64))
    return np.where(known & (count >= min(4, len(values))), total / np.maximum(count, 1.0), np.nan)


def _trailing_sum(values: Floats) -> Floats:
    padded = np.concatenate([np.zeros(WEEK), values])
    cumulative = np.cumsum(padded)
    return np.asarray(cumulative[WEEK:] - cumulative[:-WEEK])
