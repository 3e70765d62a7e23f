"""Synthetic control matched on characteristics: of what counts how much, those weights are taken that fit the outcome best.

Abadie and Gardeazabal, Amer. Econ. Review 93 (2003) 113. The inner problem (donors) is solved exactly, the outer one
(importance of the characteristics) by the simplex search of Nelder and Mead, Computer J. 7 (1965) 308, from equal
importance on.
"""

from collections.abc import Callable

import numpy as np

from proxeny.analytics.effects.estimate import Estimate, estimate
from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.effects.simplex import nearest
from proxeny.analytics.ranges import Floats

ROUNDS = 1000


def predicted_synthetic_control(panel: Panel, own: Floats, theirs: Floats) -> Estimate:
    """Return the estimate by the mixture of donors that resembles the treated account.

    `own` [characteristics] is of the treated account, `theirs` [donors, characteristics] of the others, in any units: each is
    taken in standard deviations. Raises ValueError for shapes that do not fit or characteristics that are the same for all.
    """
    if theirs.shape != (len(panel.donors), len(own)):
        raise ValueError("Every donor needs the characteristics of the treated account.")
    spread = np.vstack([own, theirs]).std(axis=0, ddof=1)
    if not (spread > 0).all():
        raise ValueError("A characteristic that is the same for all says nothing.")
    before, course = panel.donors[:, : panel.start], panel.treated[: panel.start]

    def weights(importance: Floats) -> Floats:
        root = np.sqrt(np.abs(importance) / np.abs(importance).sum()) / spread
        return nearest(theirs * root, own * root)

    def misfit(importance: Floats) -> float:
        gaps = course - weights(importance) @ before
        return float(np.mean(gaps * gaps))

    return estimate(panel, weights(_least(misfit, np.full(len(own), 1.0 / len(own)))))


def _least(misfit: Callable[[Floats], float], start: Floats) -> Floats:
    """Return where the misfit is least, as far as the search comes."""
    corners = np.vstack([start, start + np.diag(0.05 * start)])
    values = np.array([misfit(corner) for corner in corners])
    for _ in range(ROUNDS):
        order = np.argsort(values, kind="stable")
        corners, values = corners[order], values[order]
        if values[-1] - values[0] <= 1e-10 * abs(values[0]) and np.ptp(corners, axis=0).max() <= 1e-6:
            break
        middle = corners[:-1].mean(axis=0)
        away = middle - corners[-1]
        reflected, value = middle + away, misfit(middle + away)
        if value < values[0]:
            further = misfit(middle + 2 * away)
            if further < value:
                reflected, value = middle + 2 * away, further
        elif value >= values[-2]:
            near = middle + (0.5 if value < values[-1] else -0.5) * away
            near_value = misfit(near)
            if near_value >= min(value, float(values[-1])):
                corners[1:] = corners[0] + 0.5 * (corners[1:] - corners[0])
                values[1:] = [misfit(corner) for corner in corners[1:]]
                continue
            reflected, value = near, near_value
        corners[-1], values[-1] = reflected, value
    return np.asarray(corners[np.argmin(values)])
