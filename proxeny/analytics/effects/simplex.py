"""The mixture of given series that comes nearest to another one: least squares with weights of 0 or more that add up to 1.

That is the point of least norm in the convex hull of the differences, found exactly in finitely many steps: Wolfe, Math.
Programming 11 (1976) 128. Solvers that stop early differ in the third figure of the weights; this one does not stop early.
"""

import numpy as np

from proxeny.analytics.ranges import Floats

SMALL = 1e-12
ROUNDS_A_POINT = 20
EXCHANGES = 30
WELL_POSED = 1e10


def nearest(points: Floats, target: Floats, *, ridge: float = 0.0) -> Floats:
    """Return the weights w, [points], that minimise |w·points - target|² + ridge |w|²; `points` [points, dimensions].

    With a ridge the answer is unique. Raises ValueError without points.
    """
    count = len(points)
    if count == 0:
        raise ValueError("There is nothing to mix.")
    offsets = points - target
    weights = _exchanged(offsets @ offsets.T + ridge * np.eye(count)) if ridge > 0 else None
    if ridge > 0:
        offsets = np.hstack([offsets, np.sqrt(ridge) * np.eye(count)])
    if weights is None:
        weights = np.zeros(count)
        weights[np.argmin(np.einsum("pd,pd->p", offsets, offsets))] = 1.0
    scale = float(np.einsum("pd,pd->p", offsets, offsets).max())
    for _ in range(ROUNDS_A_POINT * count):
        here = weights @ offsets
        reach = offsets @ here
        best = int(np.argmin(reach))
        if here @ here - reach[best] <= SMALL * SMALL * scale or weights[best] > 0:
            return weights
        chosen = weights > 0
        chosen[best] = True
        settled = _settled(offsets, weights, chosen)
        if settled[best] == 0:  # what is left to gain drowns in rounding
            return weights
        weights = settled
    return weights


def _exchanged(gram: Floats) -> Floats | None:
    """Return the weights of 0 or more, adding up to 1, that make w·gram·w least, or None if they are not found this way.

    All points that are wrongly in or out change places at once, which takes few rounds where a ridge spreads the weights over
    many points, but need not come to an end.
    """
    chosen = np.ones(len(gram), dtype=np.bool_)
    if np.linalg.cond(gram) > WELL_POSED:
        return None
    for _ in range(EXCHANGES):
        rows = np.flatnonzero(chosen)
        solved = np.linalg.solve(gram[np.ix_(rows, rows)], np.ones(len(rows)))
        weights = np.zeros(len(gram))
        weights[rows] = solved / solved.sum()
        reach = gram @ weights
        wrong = np.where(chosen, weights <= SMALL, reach < (1 - SMALL) * float(weights @ reach))
        if not wrong.any():
            return weights
        chosen ^= wrong
        if not chosen.any():
            break
    return None


def _settled(offsets: Floats, weights: Floats, chosen: np.typing.NDArray[np.bool_]) -> Floats:
    """Return the best weights among the chosen points, dropping those that would have to weigh less than nothing."""
    weights, chosen = weights.copy(), chosen.copy()
    while True:
        rows = np.flatnonzero(chosen)
        aim = _free(offsets[rows])
        now = weights[rows]
        sinking = aim <= SMALL
        weights[:] = 0.0
        if not sinking.any():
            weights[rows] = aim
            return weights
        shares = now[sinking] / np.maximum(now[sinking] - aim[sinking], SMALL)
        moved = now + float(np.clip(shares.min(), 0.0, 1.0)) * (aim - now)
        moved[np.flatnonzero(sinking)[np.argmin(shares)]] = 0.0
        moved[moved <= SMALL] = 0.0
        weights[rows] = moved / moved.sum()
        chosen = weights > 0


def _free(offsets: Floats) -> Floats:
    """Return the weights, adding up to 1 but of either sign, by which these points come nearest to the origin."""
    base = offsets[0]
    solved, *_ = np.linalg.lstsq((offsets[1:] - base).T, -base, rcond=None)
    return np.concatenate([[1.0 - solved.sum()], solved])
