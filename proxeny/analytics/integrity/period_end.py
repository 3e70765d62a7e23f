"""Entries that raise a score, made in the last three days of a period.

Work gathers at the end of a month by itself, so they are held against the entries that raise nothing; where there are
none, against three days' part of the period. Ratio of the shares with the interval of its logarithm (Katz et al.,
Biometrics 34 (1978) 469; a half added to each count).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np

from proxeny.analytics.arrays import Ints
from proxeny.analytics.integrity.answers import Answer, answer
from proxeny.analytics.waits import LEVEL

LAST_DAYS = 3
MORE_THAN = 1.5
LEAST = 20


@dataclass(frozen=True, slots=True)
class PeriodEnd:
    """When score-raising entries were made.

    `late` of `raising` entries fall into the last three days of their period, `expected` is the share that other entries
    lead one to expect there. `ratio` of the two shares with its 95 % interval; `sure` that it is above 1.5.
    """

    answer: Answer
    raising: int
    late: int
    expected: float
    ratio: float
    low: float
    high: float
    sure: float


def at_period_end(raising: Ints | Sequence[int], other: Ints | Sequence[int], period_days: int) -> PeriodEnd:
    """Look at entries by how many days before the end of their period they were made, 0 being its last day.

    `period_days` is the length of a period in days of the same kind; ValueError unless it is longer than three.
    """
    if period_days <= LAST_DAYS:
        raise ValueError(f"A period of {period_days} days has no last three of its own.")
    own, rest = np.asarray(raising), np.asarray(other)
    late, rest_late = int(np.sum(own < LAST_DAYS)), int(np.sum(rest < LAST_DAYS))
    share, spread = _share(late, len(own))
    expected, beside = _share(rest_late, len(rest)) if len(rest) >= LEAST else (LAST_DAYS / period_days, 0.0)
    ratio, error = log(share / expected), sqrt(spread + beside)
    sure = NormalDist().cdf((ratio - log(MORE_THAN)) / error)
    return PeriodEnd(
        answer=answer(sure, enough=len(own) >= LEAST),
        raising=len(own),
        late=late,
        expected=expected,
        ratio=exp(ratio),
        low=exp(ratio - LEVEL * error),
        high=exp(ratio + LEVEL * error),
        sure=sure,
    )


def _share(late: int, whole: int) -> tuple[float, float]:
    """Return the share and the variance of its logarithm."""
    return (late + 0.5) / (whole + 1), 1 / (late + 0.5) - 1 / (whole + 1)
