"""The last weeks against the weeks before them, for every possible length of "last"."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from proxeny.analytics.swings.panel import Bools, Floats
from proxeny.analytics.swings.usual import Usual

BASELINE_WEEKS = 26
LEAST_BASELINE = 8
LEAST_EFFECT = float(-np.log(0.85))
TINY = 1e-12
LEAST_SLOW_EFFECT = float(-np.log(0.8))
PROMPT_WEEKS = 6
SCORE = 2.9
SCORE_EXTRA = 2.3
RISE_PENALTY = 1.12


@dataclass(frozen=True)
class Contrasts:
    """For each length of "last" (1, 2, ... weeks), arrays of shape [lengths, series], NaN where not to be
    had.

    `effect`: difference of mean log levels; `score`: the same in standard deviations of its usual
    movement; `beyond_trend`: the effect without the series' usual growth.
    """

    effect: Floats
    score: Floats
    beyond_trend: Floats


def contrasts(
    logs: Floats, weights: Floats, usual: Usual, *, longest: int, least_baseline: int = LEAST_BASELINE
) -> Contrasts:
    """Hold the last 1 to `longest` weeks against up to 26 weeks before them; `logs`, `weights` [weeks,
    series].

    A length counts only if at least half of its weeks, and `least_baseline` weeks before them, are known.
    """
    known = np.isfinite(logs)[::-1]
    weight = np.where(known, weights[::-1], 0.0)
    sums, masses = _running(np.where(known, logs[::-1], 0.0) * weight), _running(weight)
    counts = _running(known.astype(np.float64))
    weeks = len(logs)
    lengths = np.arange(1, min(longest, weeks - 1) + 1)
    ends = np.minimum(lengths + BASELINE_WEEKS, weeks)
    now_count, before_count = counts[lengths], counts[ends] - counts[lengths]
    enough = (now_count >= np.ceil(lengths / 2)[:, None]) & (before_count >= least_baseline)
    now_mass, before_mass = masses[lengths], masses[ends] - masses[lengths]
    now = sums[lengths] / np.maximum(now_mass, TINY)
    before = (sums[ends] - sums[lengths]) / np.maximum(before_mass, TINY)
    effect = np.where(enough, now - before, np.nan)
    deviation = np.hypot(usual.deviation(now_mass), usual.deviation(before_mass))
    apart = (ends / 2)[:, None]
    return Contrasts(effect, effect / deviation, effect - usual.slope * apart)


def stands_out(found: Contrasts, generosity: float = 1.0) -> Bools:
    """Which contrasts count as a change, [lengths, series].

    A single odd week has to be odder than several; a rise has to be clearer than a fall, since a missed
    fall costs a customer; and what took longer than six weeks has to be larger, so that a long swell of
    noise is none.
    """
    lengths = np.arange(1, len(found.score) + 1)[:, None]
    effect = np.where(lengths <= PROMPT_WEEKS, LEAST_EFFECT, LEAST_SLOW_EFFECT)
    return np.asarray(
        (np.abs(found.score) >= generosity * needed_score(lengths, found.effect))
        & (np.abs(found.effect) >= generosity * effect)
    )


def needed_score(lengths: Any, effect: Any) -> Any:
    """The score from which a change of the last `lengths` weeks counts."""
    return (SCORE + SCORE_EXTRA / lengths) * np.where(effect > 0, RISE_PENALTY, 1.0)


def _running(values: Floats) -> Floats:
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
