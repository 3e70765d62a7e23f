"""The table behind a strip chart: what the curve shows, in figures that can be read out."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from proxeny.web.charts.model import WEEK, Strip

MOST_WEEKS = 110


@dataclass(frozen=True, slots=True)
class Line:
    """A week (or, of a long strip, a month): its days, their sum, days without record, what happened.

    `total` is None where nothing is known at all.
    """

    first: date
    last: date
    total: float | None
    missing: int
    words: tuple[str, ...]


def lines(strip: Strip) -> list[Line]:
    """Return the strip's sums, newest first: by calendar week, by month when those would be too many."""
    starts = _starts(strip, by_month=strip.days > MOST_WEEKS * WEEK)
    ends = [*starts[1:], strip.days]
    happened: dict[int, list[str]] = {}
    for row in strip.rows:
        for mark in row.marks:
            if strip.holds(mark.day):
                place = int(np.searchsorted(starts, strip.index(mark.day), side="right")) - 1
                happened.setdefault(place, []).append(mark.words)
    return [
        _line(strip, start, end, tuple(happened.get(place, ())))
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ][::-1]


def _starts(strip: Strip, *, by_month: bool) -> list[int]:
    days = (strip.first + timedelta(days=index) for index in range(strip.days))
    return [i for i, day in enumerate(days) if i == 0 or (day.day == 1 if by_month else day.weekday() == 0)]


def _line(strip: Strip, start: int, end: int, words: tuple[str, ...]) -> Line:
    values = strip.values[start:end]
    known = np.isfinite(values)
    return Line(
        first=strip.first + timedelta(days=start),
        last=strip.first + timedelta(days=end - 1),
        total=float(values[known].sum()) if known.any() else None,
        missing=int((~known).sum()),
        words=words,
    )
