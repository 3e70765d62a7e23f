"""The same season a year ago: by the Spring Festival where it is near, otherwise 52 weeks back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from proxeny.analytics.swings.panel import Bools, Floats
from proxeny.analytics.swings.rhythm import WEEK
from proxeny.analytics.swings.state import State
from proxeny.analytics.swings.usual import to_logs

YEAR_DAYS = 364
QUARTER_WEEKS = 13
NEAR_BEFORE, NEAR_AFTER = 35, 49
LEAST_WEEKS = 8
LEAST_EFFECT = float(-np.log(0.8))
LEAST_SCORE = 5.0
STALE_SHARE = 0.5


@dataclass(frozen=True)
class YearOnYear:
    """The last quarter against the same quarter a year before; each [series], NaN where a year is not
    known.

    `effect`: difference of mean log levels; `earlier`: the same difference one quarter earlier; `recent`:
    the last quarter against the two before it; `score`: the effect in standard deviations.
    """

    effect: Floats
    earlier: Floats
    recent: Floats
    score: Floats

    @property
    def striking(self) -> Bools:
        """Large, beyond the usual movement, and come about within the last quarter or two."""
        side = np.sign(self.effect)
        fresh = np.where(
            np.isfinite(self.earlier),
            side * self.earlier < STALE_SHARE * np.abs(self.effect),
            side * self.recent > STALE_SHARE * np.abs(self.effect),
        )
        return (np.abs(self.effect) >= LEAST_EFFECT) & (np.abs(self.score) >= LEAST_SCORE) & fresh


def days_back(day: date, festivals: Sequence[date]) -> int:
    """How many days before `day` the same season of the year before lies."""
    known = sorted(festivals)
    for earlier, festival in pairwise(known):
        if -NEAR_BEFORE <= (day - festival).days <= NEAR_AFTER:
            return (festival - earlier).days
    return YEAR_DAYS


def season_before(state: State, weeks: int, festivals: Sequence[date]) -> Floats:
    """For each of the last weeks the weekly level of the same season a year before; [weeks, series],
    oldest first.
    """
    picked = np.full((weeks, state.series), np.nan)
    last = len(state.levels) - 1
    for back in range(weeks):
        end = state.until - timedelta(days=1 + WEEK * back)
        row = last - WEEK * back - days_back(end, festivals)
        if row >= 0:
            picked[weeks - 1 - back] = state.levels[row]
    return picked


def year_on_year(state: State, festivals: Sequence[date]) -> YearOnYear:
    """Hold the last quarter against the same season a year before."""
    weeks = 2 * QUARTER_WEEKS
    now = to_logs(state.weekly(weeks + QUARTER_WEEKS)[0], state.usual.floor)
    gap = now[QUARTER_WEEKS:] - to_logs(season_before(state, weeks, festivals), state.usual.floor)
    effect, count = _mean(gap[QUARTER_WEEKS:])
    earlier, _ = _mean(gap[:QUARTER_WEEKS])
    last, _ = _mean(now[-QUARTER_WEEKS:])
    before, _ = _mean(now[:-QUARTER_WEEKS])
    score = effect / (np.sqrt(2.0) * state.usual.deviation(count))
    return YearOnYear(effect, earlier, last - before, score)


def _mean(values: Floats) -> tuple[Floats, Floats]:
    known = np.isfinite(values)
    count = known.sum(axis=0).astype(np.float64)
    mean = np.where(known, values, 0.0).sum(axis=0) / np.maximum(count, 1)
    return np.where(count >= LEAST_WEEKS, mean, np.nan), count


def festival_before(day: date, festivals: Sequence[date]) -> int | None:
    """Days from the latest Spring Festival to `day`; None before the first one known."""
    passed = [festival for festival in festivals if festival <= day]
    return (day - max(passed)).days if passed else None
