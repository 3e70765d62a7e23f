"""What happened when: the change points in the past of one series.

This looks back; it needs half a window of data after a change and is useless as an alarm. Two adjoining
windows slide along the series; where their means differ most (locally), the series is split, and
splitting stops at the first split that does not lower the squared error by the penalty (window-based
change detection, as described by Truong, Oudre and Vayatis 2020).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from proxeny.analytics.swings.panel import Floats

WINDOW = 20
PENALTY = 2.0
MOST = 20
LEAST_WINDOW = 6


def change_points(
    values: ArrayLike, *, window: int = WINDOW, penalty: float = PENALTY, most: int = MOST
) -> list[int]:
    """The first index of each new segment, in order.

    `values`: [length] or [length, dimensions]; None or NaN is unknown and is bridged linearly. `window`:
    length of both windows together, at most a third of the series; `penalty`: in units of log(length)
    times the variance; `most`: how many points at most. A series too short for a window, or constant, has
    none.
    """
    series = _standardised(values)
    half = min(window, max(LEAST_WINDOW, len(series) // 3)) // 2
    if half < 1 or len(series) <= 2 * half:
        return []
    contrast = _contrast(series, half)
    candidates = _local_maxima(contrast, half)
    cost = _Cost(series)
    points: list[int] = []
    for candidate in sorted(candidates, key=lambda one: (-contrast[one], one))[:most]:
        trial = sorted([*points, candidate])
        if cost.of(points) - cost.of(trial) <= penalty * np.log(len(series)):
            break
        points = trial
    return points


def _standardised(values: ArrayLike) -> Floats:
    array = np.array(values, dtype=np.float64)
    series = array if array.ndim == 2 else array[:, None]
    columns = [_bridged(column) for column in series.T]
    spreads = [float(column.std()) if len(column) else 0.0 for column in columns]
    scaled = [
        (column - column.mean()) / spread if spread > 0 else column * 0.0
        for column, spread in zip(columns, spreads, strict=True)
    ]
    return np.stack(scaled, axis=1) if scaled else series


def _bridged(column: Floats) -> Floats:
    known = np.isfinite(column)
    if not known.any():
        return np.zeros_like(column)
    where = np.arange(len(column))
    return np.asarray(np.interp(where, where[known], column[known]))


def _contrast(series: Floats, half: int) -> Floats:
    """How much the error falls by splitting two adjoining windows at each index; 0 where they do not fit."""
    sums = np.concatenate([np.zeros((1, series.shape[1])), np.cumsum(series, axis=0)])
    contrast = np.zeros(len(series))
    middle = np.arange(half, len(series) - half + 1)
    before = sums[middle] - sums[middle - half]
    after = sums[middle + half] - sums[middle]
    gain = ((after - before) ** 2).sum(axis=1) / (2 * half)
    inside = middle < len(series)
    contrast[middle[inside]] = gain[inside]
    return contrast


def _local_maxima(contrast: Floats, half: int) -> list[int]:
    """Indices whose contrast is the highest within half a window on either side."""
    padded = np.pad(contrast, half, constant_values=-np.inf)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1).max(axis=1)
    return [int(index) for index in np.flatnonzero((contrast >= around) & (contrast > 0))]


class _Cost:
    """Squared error around segment means."""

    def __init__(self, series: Floats) -> None:
        zero = np.zeros((1, series.shape[1]))
        self.sums = np.concatenate([zero, np.cumsum(series, axis=0)])
        self.squares = np.concatenate([[0.0], np.cumsum((series**2).sum(axis=1))])

    def of(self, points: Sequence[int]) -> float:
        """Error of the series cut at these points."""
        cuts: NDArray[np.int64] = np.array([0, *points, len(self.sums) - 1])
        within = (self.sums[cuts[1:]] - self.sums[cuts[:-1]]) ** 2
        return float(self.squares[-1] - (within.sum(axis=1) / np.diff(cuts)).sum())
