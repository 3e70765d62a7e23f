"""What every method answers with: the course that would have been, and how far the real one lies from it."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.ranges import Floats

HAIR = 1e-9


@dataclass(frozen=True)
class Estimate:
    """One method's answer.

    `gaps` [periods]: the treated series less its counterfactual, in its unit. `weights` [donors] say of whom that is made; 0 or
    more, together 1. `effect`: the mean gap from the start on. `error_before`, `error_after`: the root mean square of the gaps
    before the start (the fit) and from it on. `ratio`: the latter over the former, which compares series of all sizes; Abadie,
    Diamond and Hainmueller, J. Amer. Statist. Assoc. 105 (2010) 493.
    """

    gaps: Floats
    weights: Floats
    effect: float
    error_before: float
    error_after: float
    ratio: float


def estimate(panel: Panel, weights: Floats, level: float = 0.0) -> Estimate:
    """Return the estimate by these weights of the donors, moved by `level`."""
    gaps = panel.treated - weights @ panel.donors - level
    before, after = gaps[: panel.start], gaps[panel.start :]
    error_before, error_after = (float(np.sqrt(np.mean(part * part))) for part in (before, after))
    least = HAIR * max(float(np.abs(panel.treated).max()), float(np.abs(panel.donors).max(initial=0.0)), HAIR)
    return Estimate(
        gaps,
        weights,
        float(after.mean()),
        error_before,
        error_after,
        max(error_after, least) / max(error_before, least),
    )
