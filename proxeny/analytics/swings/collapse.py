"""The fast path: a collapse that need not wait for a week to end.

Three usable days running, each less than two fifths of what its day of the week usually brings; and
clearly lower than the best of any three such days in the past year, so that an account used to idle days
does not count as collapsed.
"""

import numpy as np

from proxeny.analytics.swings.panel import Bools, Floats
from proxeny.analytics.swings.rhythm import LEAST_SHARE, WEEK
from proxeny.analytics.swings.state import State

DAYS = 3
WITHIN_DAYS = 7
COLLAPSED_TO = 0.4
BELOW_LOWEST = 0.6
LEVEL_WEEKS = 8
YEAR_DAYS = 364


def collapsed(state: State) -> Bools:
    """Whether the last three usable days (within a week) all lie below two fifths of the usual level."""
    days = min(WITHIN_DAYS, len(state.recent))
    level = _level_before(state)
    share = state.profile.expected(state.classes(days))
    raw = state.recent[len(state.recent) - days :]
    best, seen = np.full(state.series, -np.inf), np.zeros(state.series)
    for day in range(days - 1, -1, -1):
        usable = (share[day] > LEAST_SHARE) & np.isfinite(raw[day]) & (seen < DAYS)
        index = raw[day] / np.maximum(share[day] * level, 1e-12)
        best = np.where(usable, np.fmax(best, index), best)
        seen += usable
    return (seen >= DAYS) & (best <= COLLAPSED_TO) & (level > 0)


def unheard_of(state: State, history: Floats) -> Bools:
    """Whether so low a best of three days has not been seen in the year before; `history` [series, days]
    ends yesterday.
    """
    days = min(YEAR_DAYS, history.shape[1], len(state.levels))
    classes = state.classes(days)
    raw = history[:, history.shape[1] - days :]
    levels = state.levels[len(state.levels) - days :].astype(np.float64)
    result = np.zeros(state.series, dtype=np.bool_)
    share = state.profile.expected(classes)
    for one in range(state.series):
        usable = (share[:, one] > LEAST_SHARE) & np.isfinite(raw[one])
        usable[: 2 * WEEK] = False
        where = np.flatnonzero(usable)
        before = levels[where - WEEK, one]
        index = raw[one, where] / np.where(before > 0, share[where, one] * before, np.nan)
        index = index[np.isfinite(index)]
        if len(index) < 10 * DAYS:
            continue
        best = np.maximum(np.maximum(index[2:], index[1:-1]), index[:-2])
        result[one] = best[-1] <= BELOW_LOWEST * best[:-WITHIN_DAYS].min()
    return result


def _level_before(state: State) -> Floats:
    weekly, _ = state.weekly(LEVEL_WEEKS, WITHIN_DAYS)
    known = np.isfinite(weekly)
    count = known.sum(axis=0)
    return np.asarray(np.where(known, weekly, 0.0).sum(axis=0) / np.where(count > 0, count, np.nan))
