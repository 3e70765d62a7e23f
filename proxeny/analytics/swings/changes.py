"""The latest change in the weekly levels of one series."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.swings.contrasts import (
    BASELINE_WEEKS,
    LEAST_BASELINE,
    LEAST_EFFECT,
    Contrasts,
    contrasts,
    stands_out,
)
from proxeny.analytics.swings.panel import Bools, Floats
from proxeny.analytics.swings.usual import Usual

LONGEST_LENGTH = 39
LEAST_BASELINE_WITHIN = 5
TREND_SHARE = 0.8
LASTING_SHARE = 0.85


@dataclass(frozen=True)
class Change:
    """A change of the weekly level `weeks` weeks ago.

    `effect`: on the log scale; `score`: in standard deviations; `reach`: how many weeks before it were
    compared, `baseline`: how many of those are known.
    """

    weeks: int
    effect: float
    score: float
    reach: int
    baseline: int


def latest_change(logs: Floats, weights: Floats, usual: Usual) -> Change | None:
    """The latest change in weekly log levels (with their weights, [weeks, 1], oldest first).

    The clearest split is taken first, then the clearest within what follows it, until none is left: binary
    segmentation that goes only towards the present. None if nothing changed.
    """
    found, segment, least = None, logs, LEAST_BASELINE
    while len(segment) > least:
        one = clearest_change(segment, weights[-len(segment) :], usual, least)
        if one is None:
            break
        found, segment, least = one, segment[-one.weeks :], LEAST_BASELINE_WITHIN
    return found


def clearest_change(
    logs: Floats, weights: Floats, usual: Usual, least_baseline: int = LEAST_BASELINE
) -> Change | None:
    """The split that stands out most, if any stands out beyond the usual movement and the usual growth."""
    found = contrasts(logs, weights, usual, longest=LONGEST_LENGTH, least_baseline=least_baseline)
    good = _good(found, 1.0)
    if not good.any():
        return None
    return _change(logs, found, int(np.argmax(np.where(good, np.abs(found.score[:, 0]), 0.0))))


def still_there(logs: Floats, weights: Floats, usual: Usual, then: Change) -> Change | None:
    """The change `then` found a few days ago as it looks today, if it is not much weaker."""
    found = contrasts(logs, weights, usual, longest=then.weeks + 1)
    good = _good(found, LASTING_SHARE) & (np.sign(found.effect[:, 0]) == np.sign(then.effect))
    good[: then.weeks - 1] = False
    if not good.any():
        return None
    return _change(logs, found, int(np.argmax(np.where(good, np.abs(found.score[:, 0]), 0.0))))


def _good(found: Contrasts, generosity: float) -> Bools:
    beyond = np.sign(found.effect) * found.beyond_trend >= generosity * TREND_SHARE * LEAST_EFFECT
    return (stands_out(found, generosity) & beyond)[:, 0]


def _change(logs: Floats, found: Contrasts, best: int) -> Change:
    weeks = best + 1
    before = logs[max(0, len(logs) - weeks - BASELINE_WEEKS) : len(logs) - weeks]
    effect, score = float(found.effect[best, 0]), float(found.score[best, 0])
    return Change(weeks, effect, score, len(before), int(np.isfinite(before).sum()))


def effect_at(logs: Floats, weeks: int) -> float:
    """The log effect of splitting `weeks` weeks before the end ([weeks]), NaN where too little is known."""
    now, before = logs[-weeks:], logs[max(0, len(logs) - weeks - BASELINE_WEEKS) : len(logs) - weeks]
    now, before = now[np.isfinite(now)], before[np.isfinite(before)]
    if len(now) < (weeks + 1) // 2 or len(before) < LEAST_BASELINE:
        return float("nan")
    return float(now.mean() - before.mean())
