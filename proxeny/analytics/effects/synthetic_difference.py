"""Synthetic difference in differences: donors that moved alike, and periods before that resemble those after.

Arkhangelsky, Athey, Hirshberg, Imbens and Wager, Amer. Econ. Review 111 (2021) 4088, algorithm 1, for one treated series. The
weights of the donors are drawn together by a ridge of (periods after)^(1/4) times the donors' usual step; those of the periods
only as far as makes them unique.
"""

import numpy as np

from proxeny.analytics.effects.estimate import Estimate, estimate
from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.effects.simplex import nearest
from proxeny.analytics.ranges import Floats

BARELY = 1e-6


def synthetic_difference_in_differences(panel: Panel) -> Estimate:
    """Return the estimate; its gaps are counted from the weighted mean of the periods before.

    Raises ValueError without donors.
    """
    before, own = panel.donors[:, : panel.start], panel.treated[: panel.start]
    after = panel.donors.shape[1] - panel.start
    ridge = np.sqrt(after) * panel.noise**2 * panel.start
    weights = nearest(before - before.mean(axis=1, keepdims=True), own - own.mean(), ridge=float(ridge))
    return estimate(panel, weights, float(period_weights(panel) @ (own - weights @ before)))


def period_weights(panel: Panel) -> Floats:
    """Return how much each period before the start counts, [periods before]; 0 or more, together 1."""
    before, after = panel.donors[:, : panel.start], panel.donors[:, panel.start :].mean(axis=1)
    ridge = (BARELY * panel.noise) ** 2 * len(panel.donors)
    return nearest((before - before.mean(axis=0)).T, after - after.mean(), ridge=ridge)
