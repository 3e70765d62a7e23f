"""The first look: which series deserve a closer one, over all series at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from proxeny.analytics.swings.collapse import collapsed
from proxeny.analytics.swings.contrasts import BASELINE_WEEKS, contrasts, stands_out
from proxeny.analytics.swings.order_amounts import amounts
from proxeny.analytics.swings.order_rhythm import fallen_silent
from proxeny.analytics.swings.panel import Bools, Codes, Ints, Verdict
from proxeny.analytics.swings.seasons import year_on_year
from proxeny.analytics.swings.state import State
from proxeny.analytics.swings.usual import to_logs

WEEKS_SHOWN = 65
NEWS_WEEKS = 13
GENEROSITY = 0.85
REGULAR_SHARE = 0.36
LEAST_USED_DAYS = 4
LEAST_OPEN_DAYS = 84
LEAST_MISSING = 3


@dataclass(frozen=True)
class Screen:
    """What the first look says of every series; `suspects` are the numbers of those to be examined."""

    verdicts: Codes
    intermittent: Bools
    suspects: Ints


def screen(state: State, spring_festivals: Sequence[date] = ()) -> Screen:
    """Sort all series into quiet, too little to say, silent feeds, and suspects; see `Verdict`."""
    intermittent, silent = is_intermittent(state), feed_is_silent(state)
    suspect = np.where(
        intermittent,
        fallen_silent(state.orders) | amounts(state).striking,
        _moved(state) | collapsed(state) | year_on_year(state, spring_festivals).striking,
    )
    little = np.where(intermittent, _rarely_used(state), ~np.isfinite(state.usual.spread))
    verdicts = np.select([silent, little], [Verdict.SILENT_FEED, Verdict.TOO_LITTLE], Verdict.QUIET)
    return Screen(
        verdicts.astype(np.int8), intermittent, np.flatnonzero(suspect & (verdicts == Verdict.QUIET))
    )


def is_intermittent(state: State) -> Bools:
    """True where fewer than about one open day in three is a day of use, over the last year."""
    recorded = np.nansum(state.blocks.recorded, axis=0)
    return np.asarray(np.nansum(state.blocks.used, axis=0) < REGULAR_SHARE * recorded)


def feed_is_silent(state: State) -> Bools:
    """True where records stopped: three open days at least, and clearly longer than such gaps usually are."""
    usual_gap = np.where(state.feed.usual_gap > 0, 2 * state.feed.usual_gap + 1, 0)
    return (state.feed.missing >= np.maximum(LEAST_MISSING, usual_gap)) & (state.feed.last_record >= 0)


def _rarely_used(state: State) -> Bools:
    return (state.orders.days < LEAST_USED_DAYS) | (state.orders.clock < LEAST_OPEN_DAYS)


def _moved(state: State) -> Bools:
    """Whether any stretch of up to a quarter stands off from the half year before it."""
    levels, weights = state.weekly(NEWS_WEEKS + BASELINE_WEEKS)
    found = contrasts(to_logs(levels, state.usual.floor), weights, state.usual, longest=NEWS_WEEKS)
    return np.asarray(stands_out(found, GENEROSITY).any(axis=0))
