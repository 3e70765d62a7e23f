"""Synthetic control: the mixture of donors that went the way of the treated series before the intervention.

Abadie, Diamond and Hainmueller, J. Amer. Statist. Assoc. 105 (2010) 493, on the outcome itself. The demeaned kind matches
only how the series moved, not where it lay: Ferman and Pinto, Quantitative Economics 12 (2021) 1197; it is for a treated
series above or below all others.
"""

from proxeny.analytics.effects.estimate import Estimate, estimate
from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.effects.simplex import nearest


def synthetic_control(panel: Panel) -> Estimate:
    """Return the estimate by the mixture nearest to the treated series. Raises ValueError without donors."""
    before = panel.donors[:, : panel.start]
    return estimate(panel, nearest(before, panel.treated[: panel.start]))


def demeaned_synthetic_control(panel: Panel) -> Estimate:
    """Return the estimate by the mixture that moved most alike, each series taken from its own mean before the start."""
    before, own = panel.donors[:, : panel.start], panel.treated[: panel.start]
    weights = nearest(before - before.mean(axis=1, keepdims=True), own - own.mean())
    return estimate(panel, weights, float((own - weights @ before).mean()))
