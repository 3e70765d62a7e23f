"""Resolved forecasts as arrays: what was said, and what came. Checked once, here."""

from collections.abc import Sequence

import numpy as np

from proxeny.analytics.arrays import Floats


def checked(issued: Floats | Sequence[float], outcomes: Floats | Sequence[float]) -> tuple[Floats, Floats]:
    """Return both as arrays of shape [lines].

    Raises ValueError unless there is at least one line, each forecast lies between 0 and 1 and each outcome is 0 or 1.
    """
    said, came = np.asarray(issued, dtype=np.float64), np.asarray(outcomes, dtype=np.float64)
    if said.ndim != 1 or said.shape != came.shape or not len(said):
        raise ValueError(
            f"{said.shape} forecasts and {came.shape} outcomes are no resolved lines: give one of each a line."
        )
    if not bool(np.all((said >= 0) & (said <= 1))):
        raise ValueError("A forecast is a chance: it lies between 0 and 1.")
    if not bool(np.all((came == 0) | (came == 1))):
        raise ValueError("An outcome is 0 or 1; what is not decided yet is no resolved line.")
    return said, came


def log_odds(chances: Floats) -> Floats:
    """Return the natural log odds of chances strictly between 0 and 1."""
    return np.asarray(np.log(chances) - np.log1p(-chances))


def chance(odds: Floats) -> Floats:
    """Return the chances of natural log odds, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(odds / 2)))
