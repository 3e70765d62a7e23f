"""The data of a calibration picture: of what was given 30 %, how much came, and what chance alone would do.

Intervals of the observed shares after Jeffreys (Brown, Cai and DasGupta, Statist. Sci. 16 (2001) 101). Consistency bars
as in Bröcker and Smith, Wea. Forecasting 22 (2007) 651: the range of shares that honest forecasts would show; here
exactly, given the forecasts that were issued, from the distribution of a sum of unlike coins, where the paper draws at
random.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.forecasts.few_cases import jeffreys
from proxeny.analytics.forecasts.lines import checked

BARS = 0.95


@dataclass(frozen=True, slots=True)
class Dot:
    """One group of forecasts, all in shares from 0 to 1.

    `issued`: mean forecast; `came` of `lines` came true, as `share` with its 95 % interval from `low` to `high`; honest
    forecasts would show a share between `honest_low` and `honest_high` in 95 of 100 such groups.
    """

    issued: float
    lines: int
    came: int
    share: float
    low: float
    high: float
    honest_low: float
    honest_high: float


def by_value(issued: Floats | Sequence[float]) -> Ints:
    """Group lines by issued value; numbers from 0 on, one a line, ascending."""
    return np.asarray(np.unique(np.asarray(issued), return_inverse=True)[1], dtype=np.int64)


def equal_count(issued: Floats | Sequence[float], groups: int) -> Ints:
    """Group lines into at most so many groups of about equal size; the same value never falls into two of them."""
    if groups < 1:
        raise ValueError(f"{groups} groups cannot be made; give 1 or more.")
    place = by_value(issued)
    middle = np.cumsum(np.bincount(place)) - np.bincount(place) / 2
    cut = np.minimum((middle * groups / len(place)).astype(np.int64), groups - 1)
    return np.asarray(np.unique(cut[place], return_inverse=True)[1], dtype=np.int64)


def calibration(
    issued: Floats | Sequence[float], outcomes: Floats | Sequence[float], groups: Ints
) -> tuple[Dot, ...]:
    """Return the dots of the picture, one a group, by ascending forecast."""
    said, came = checked(issued, outcomes)
    if groups.shape != said.shape:
        raise ValueError("Each line belongs to one group: give as many groups as lines.")
    dots = [_dot(said[groups == one], came[groups == one]) for one in np.unique(groups)]
    return tuple(sorted(dots, key=lambda dot: dot.issued))


def _dot(said: Floats, came: Floats) -> Dot:
    lines, hits = len(said), int(came.sum())
    low, high = jeffreys(hits, lines)
    curve = np.cumsum(_sum_of_coins(said))
    outside = (1 - BARS) / 2
    return Dot(
        issued=float(said.mean()),
        lines=lines,
        came=hits,
        share=hits / lines,
        low=low,
        high=high,
        honest_low=int(np.searchsorted(curve, outside)) / lines,
        honest_high=int(np.searchsorted(curve, 1 - outside)) / lines,
    )


def _sum_of_coins(chances: Floats) -> Floats:
    """Return the chances of 0, 1, ... of them coming true; shape [lines + 1]."""
    spread = np.ones(1)
    for one in chances:
        spread = np.convolve(spread, (1 - one, one))
    return spread
