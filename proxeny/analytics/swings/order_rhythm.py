"""Series that order now and then: is this silence longer than their rhythm explains?

The gaps between orders are taken as gamma distributed with a shape of their own (shrunk towards 1, chance
orders) and a rate that is itself only known from so many gaps. The next gap over the mean gap then
follows an F distribution, and its tail says how odd a silence is (the gamma-Poisson predictive when the
shape is 1). The threshold allows every series the same number of false alarms a year, however often it
orders.
"""

from statistics import NormalDist

import numpy as np

from proxeny.analytics.swings.orders import Orders
from proxeny.analytics.swings.panel import Bools, Floats

LEAST_GAPS = 3.0
FALSE_ALARMS_A_YEAR = 0.15
OPEN_DAYS_A_YEAR = 340.0
NEWS_DAYS = 60.0
LEAST_SILENCE = 7.0
PRIOR_GAPS = 4.0
CHANCE_SHAPE_GAP = 0.5772
MOST_SHAPE = 6.0
_LOG_TAILS = np.linspace(np.log(1e-8), np.log(0.5), 120)
_TAIL_SCORES = np.array([NormalDist().inv_cdf(1 - float(np.exp(tail))) for tail in _LOG_TAILS])


def typical_gap(orders: Orders) -> Floats:
    """Mean open days between orders, NaN before the first gap."""
    return np.where(orders.gaps > 0, orders.gap_sum / np.maximum(orders.gaps, 1e-9), np.nan)


def shape(orders: Orders) -> Floats:
    """Gamma shape of the gaps: 1 for orders by chance, more for regular ones, less for bursts."""
    gaps = np.maximum(orders.gaps, 1e-9)
    measured = np.log(np.maximum(orders.gap_sum / gaps, 1e-9)) - orders.gap_log_sum / gaps
    gap = (orders.gaps * np.maximum(measured, 0.0) + PRIOR_GAPS * CHANCE_SHAPE_GAP) / (
        orders.gaps + PRIOR_GAPS
    )
    return np.asarray(np.clip((3 - gap + np.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap), 0.3, MOST_SHAPE))


def silence_score(orders: Orders, silence: Floats) -> Floats:
    """How odd a silence of so many open days would be, as a standard normal score (Paulson's
    approximation).
    """
    form = shape(orders)
    first, second = 1 / (9 * form), 1 / (9 * np.maximum(form * orders.gaps, 0.5))
    ratio = np.cbrt(np.maximum(silence, 0.0) / np.fmax(typical_gap(orders), 1.0))
    return np.asarray(((1 - second) * ratio - (1 - first)) / np.sqrt(second * ratio**2 + first))


def needed_score(orders: Orders) -> Floats:
    """The score that keeps a series within its false alarms a year."""
    trials = OPEN_DAYS_A_YEAR / np.fmax(typical_gap(orders), 2.0)
    return np.asarray(np.interp(np.log(FALSE_ALARMS_A_YEAR / trials), _LOG_TAILS, _TAIL_SCORES))


def fallen_silent(orders: Orders) -> Bools:
    """True where an order is overdue beyond the rhythm, and the news is at most sixty open days old."""
    needed = needed_score(orders)
    overdue = silence_score(orders, orders.silence) >= needed
    overdue &= (
        (orders.silence > orders.longest)
        & (orders.silence >= LEAST_SILENCE)
        & (orders.gaps >= LEAST_GAPS * 0.9)
    )
    long_ago = orders.silence - NEWS_DAYS
    stale = (silence_score(orders, long_ago) >= needed) & (long_ago > orders.longest)
    return overdue & ~stale
