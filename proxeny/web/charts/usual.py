"""The range in which a series would lie if it kept its own rhythm: what the band of the strip chart shows."""

from datetime import date

import numpy as np

from proxeny.analytics.daytypes import DayType
from proxeny.web.charts.model import Floats

LIKE_DAYS = 12
LEAST_LIKE_DAYS = 4
LOW_RANK, HIGH_RANK = 0.1, 0.9
MADE_UP = 7


def usual_range(
    first: date, values: Floats, day_types: np.ndarray, frozen_from: date | None = None
) -> tuple[Floats, Floats]:
    """Return the low and high end expected of each day from the twelve known days like it before.

    NaN with fewer than four.

    Days are alike that have the same weekday and are ordinary; weekend days worked in exchange are a kind of
    their own, holidays and the days about the Spring Festival are expected to be nothing in particular. From
    `frozen_from` (the beginning of a swing) on, the days before it stay the measure, so that the chart shows
    what would have been.
    """
    frozen = len(values) if frozen_from is None else max(0, (frozen_from - first).days)
    low, high = np.full(len(values), np.nan), np.full(len(values), np.nan)
    kinds = _kinds(first, day_types)
    for kind in range(MADE_UP + 1):
        places = np.flatnonzero(kinds == kind)
        known = places[np.isfinite(values[places]) & (places < frozen)]
        before = np.searchsorted(known, places, side="left")
        low[places], high[places] = _ends(values[known], before)
    return low, high


def _kinds(first: date, day_types: np.ndarray) -> np.ndarray:
    weekdays = (first.weekday() + np.arange(len(day_types))) % 7
    made_up = (weekdays >= 5) & (day_types == DayType.WORK)
    special = (day_types == DayType.HOLIDAY) | (day_types == DayType.SHOULDER)
    return np.where(special, -1, np.where(made_up, MADE_UP, weekdays))


def _ends(known: Floats, before: np.ndarray) -> tuple[Floats, Floats]:
    """For each day, the ends of what the last twelve of the `before` known values show."""
    padded = np.concatenate([np.full(LIKE_DAYS, np.nan), known])
    windows = np.sort(np.lib.stride_tricks.sliding_window_view(padded, LIKE_DAYS)[before], axis=1)
    count = np.minimum(before, LIKE_DAYS)
    enough = count >= LEAST_LIKE_DAYS

    def ranked(share: float) -> Floats:
        place = np.clip(np.rint(share * (count - 1)).astype(np.int64), 0, None)
        return np.where(enough, np.take_along_axis(windows, place[:, None], axis=1)[:, 0], np.nan)

    return ranked(LOW_RANK), ranked(HIGH_RANK)
