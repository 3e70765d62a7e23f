"""How often one has to go the right way before changing the model's number pays.

A shift of size s towards what then came gains 2 s m - s² on the Brier score, the wrong way it loses 2 s m + s², m being
the model's distance |y - q|. So the share of right directions has to exceed 1/2 + s / (4 m): being right more often than
not is not enough for bold changes. Of shifts of several sizes, 1/2 + Σ s² / (4 Σ s m), as if each were equally likely to
go the right way.
"""

from collections.abc import Sequence

import numpy as np

from proxeny.analytics.arrays import Floats


def break_even(sizes: Floats | Sequence[float], distances: Floats | Sequence[float]) -> float:
    """Return the share of right directions above which shifts of these sizes pay; above 1 where they never do.

    `sizes` are the shifts |h - q|, all above 0, `distances` the model's |y - q|, line by line. Raises ValueError without
    shifts.
    """
    shift, distance = np.asarray(sizes, dtype=np.float64), np.asarray(distances, dtype=np.float64)
    if shift.shape != distance.shape or not len(shift) or bool(np.any(shift <= 0)):
        raise ValueError(
            "The line is drawn for shifts above 0, each with the model's distance from what came."
        )
    reach = float(np.sum(shift * distance))
    return 0.5 + float(np.sum(shift**2)) / (4 * reach) if reach else float("inf")
