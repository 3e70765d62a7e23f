"""How much a series usually moves from week to week, so that a change can be held against it."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.swings.panel import Floats

WEEKS_LOOKED_AT = 78
LEAST_WEEKS = 10
LAGS = (2, 3, 4, 5, 6, 8)
WIDER = 1.15
LEAST_WEIGHT = 0.1
CLIP = 2.5
CLIPPED_LOSS = 0.95
FLOOR_SHARE = 0.05
LEAST_SPREAD = 0.03
PRIOR_PERSISTENCE = 0.15
PRIOR_WEEKS = 20
MOST_PERSISTENCE = 0.8


@dataclass(frozen=True)
class Usual:
    """A series' usual movement on the log scale; each array has shape [series].

    `spread`: standard deviation of a week's log level about its own course, NaN where too few weeks are
    known; `persistence`: how much of a week's deviation lasts into the next (AR(1)); `slope`: usual
    growth a week; `floor`: what is added to nothing before taking logs.
    """

    spread: Floats
    persistence: Floats
    slope: Floats
    floor: Floats

    def deviation(self, weeks: Floats) -> Floats:
        """Standard deviation of the mean of `weeks` consecutive weeks."""
        phi = self.persistence
        length = np.maximum(weeks, LEAST_WEIGHT)
        whole = np.maximum(length, 1.0)
        inflation = 1 + 2 * phi / (1 - phi) * (1 - (1 - phi**whole) / (whole * (1 - phi)))
        return self.spread * np.sqrt(inflation / length)


def usual_of(weekly: Floats, weights: Floats) -> Usual:
    """Measure the usual movement from weekly levels and their weights, oldest first, both [weeks, series].

    The differences between neighbouring weeks and between weeks two to eight apart are read together: noise
    keeps them alike, wandering sets them apart. Differences beyond two and a half times the usual are
    clipped, so that a single step counts for little.
    """
    floor = FLOOR_SHARE * sorted_quantiles(weekly, (0.5,))[0]
    logs = to_logs(weekly, floor)
    neighbours = _differences(logs, weights, 1)
    limit = CLIP * 1.4826 * sorted_quantiles(neighbours, (0.5,))[0]
    near, count = _spread(neighbours, limit)
    far = np.stack([_spread(_differences(logs, weights, lag), limit * WIDER)[0] ** 2 for lag in LAGS])
    far = np.sqrt(np.where(np.isfinite(far), far, near**2).mean(axis=0))
    measured = np.clip(1 - (near / np.maximum(far, LEAST_SPREAD)) ** 2, -MOST_PERSISTENCE, MOST_PERSISTENCE)
    weight = count / (count + PRIOR_WEEKS)
    phi = np.clip(weight * np.nan_to_num(measured) + (1 - weight) * PRIOR_PERSISTENCE, 0.0, MOST_PERSISTENCE)
    spread = np.sqrt((near**2 / (1 - phi) + far**2) / 2)
    spread = np.where(count >= LEAST_WEEKS, np.maximum(spread, LEAST_SPREAD), np.nan)
    return Usual(spread, phi, _slope(logs), floor)


def to_logs(weekly: Floats, floor: Floats) -> Floats:
    """Log of weekly levels, nothing counted as `floor`; NaN where a week or the floor is unknown or nil."""
    lifted = np.maximum(weekly, np.where(floor > 0, floor, np.nan))
    return np.asarray(np.log(lifted))


def sorted_quantiles(values: Floats, quantiles: tuple[float, ...]) -> list[Floats]:
    """Quantiles along the first axis over what is known (nearest rank); NaN where nothing is."""
    ordered = np.sort(values, axis=0)
    count = np.isfinite(ordered).sum(axis=0)
    picked = []
    for quantile in quantiles:
        rank = np.clip(np.rint(quantile * (count - 1)).astype(np.int64), 0, None)
        picked.append(np.take_along_axis(ordered, rank[None], axis=0)[0])
    return picked


def _differences(logs: Floats, weights: Floats, lag: int) -> Floats:
    """Absolute differences between weeks `lag` apart, shrunk for thin weeks; NaN where unknown."""
    if len(logs) <= lag:
        return np.full((1, logs.shape[1]), np.nan)
    later, earlier = np.maximum(weights[lag:], LEAST_WEIGHT), np.maximum(weights[:-lag], LEAST_WEIGHT)
    pair = 2 * later * earlier / (later + earlier)
    return np.asarray(np.abs(logs[lag:] - logs[:-lag]) * np.sqrt(pair))


def _spread(differences: Floats, limit: Floats) -> tuple[Floats, Floats]:
    known = np.isfinite(differences)
    count = known.sum(axis=0).astype(np.float64)
    square = (np.where(known, np.minimum(differences, limit), 0.0) ** 2).sum(axis=0)
    return np.sqrt(square / np.where(count > 0, count, np.nan) / 2) / CLIPPED_LOSS, count


def _slope(logs: Floats) -> Floats:
    lag = max(1, min(13, len(logs) // 3))
    if len(logs) <= lag:
        return np.zeros(logs.shape[1])
    return np.nan_to_num(sorted_quantiles(logs[lag:] - logs[:-lag], (0.5,))[0] / lag)
