"""Scores that gather just above a threshold and are missing just below it.

The two points above and the two below it are held against the three points further on either side, ten points in all,
through which a straight line says how the four should fall (as in Saez, Amer. Econ. J.: Economic Policy 2 (2010) 180,
with the density around the threshold as the counterfactual). The ratio of above to below, over that of the line, with the
interval of its logarithm (Woolf, Ann. Hum. Genet. 19 (1955) 251; Haldane's half added to each count).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.integrity.answers import Answer, answer
from proxeny.analytics.waits import LEVEL

NEAR = 2.0
AROUND = 5.0
MORE_THAN = 1.5
LEAST_AROUND = 40
LEAST_NEAR = 15


@dataclass(frozen=True, slots=True)
class Bunching:
    """Scores near a threshold.

    `above` and `below`: how many lie in the two points on either side; `around`: in the three beyond, on both sides. `ratio`:
    above to below, over what the scores around lead one to expect, with its 95 % interval; `sure` that it is above 1.5.
    """

    answer: Answer
    above: int
    below: int
    around: int
    ratio: float
    low: float
    high: float
    sure: float


def bunching(scores: Floats | Sequence[float], threshold: float) -> Bunching:
    """Look at scores on a scale of points around `threshold`; a score at it counts as above."""
    off = np.asarray(scores, dtype=np.float64) - threshold
    above, below = int(np.sum((off >= 0) & (off < NEAR))), int(np.sum((off < 0) & (off >= -NEAR)))
    right = int(np.sum((off >= NEAR) & (off < AROUND)))
    left = int(np.sum((off < -NEAR) & (off >= -AROUND)))
    expected, error = _expected(left, right)
    ratio = log((above + 0.5) / (below + 0.5)) - expected
    spread = sqrt(1 / (above + 0.5) + 1 / (below + 0.5) + error**2)
    sure = NormalDist().cdf((ratio - log(MORE_THAN)) / spread)
    enough = above + below >= LEAST_NEAR and above + below + left + right >= LEAST_AROUND
    return Bunching(
        answer=answer(sure, enough=enough),
        above=above,
        below=below,
        around=left + right,
        ratio=exp(ratio),
        low=exp(ratio - LEVEL * spread),
        high=exp(ratio + LEVEL * spread),
        sure=sure,
    )


def _expected(left: int, right: int) -> tuple[float, float]:
    """Return the log ratio of above to below on the straight line through both sides, and its standard error.

    The middles of the sides lie seven points apart, those of above and below two, so the line tilts by two sevenths of
    their difference.
    """
    a, b = right + 0.5, left + 0.5
    tilt = NEAR / (AROUND + NEAR) * (a - b) / (a + b)
    of_share = NEAR / (AROUND + NEAR) * 2 * sqrt(a * b / (a + b) ** 3)
    return log((1 + tilt) / (1 - tilt)), 2 * of_share / (1 - tilt**2)
