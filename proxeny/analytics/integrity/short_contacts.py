"""Calls and visits that last less than a minute: the share of them, with its exact interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.integrity.answers import Answer, answer, exact_interval, surely_above

SHORT_SECONDS = 60
MOST = 0.5
LEAST = 20


@dataclass(frozen=True, slots=True)
class ShortContacts:
    """`short` of `contacts` lasted less than a minute, as `share` with its 95 % interval.

    `sure` that it is above one half.
    """

    answer: Answer
    contacts: int
    short: int
    share: float
    low: float
    high: float
    sure: float


def short_contacts(seconds: Floats | Sequence[float]) -> ShortContacts:
    """Look at the durations of contacts that came about, in seconds.

    Calls that nobody took are no contacts: leave them out.
    """
    lasted = np.asarray(seconds, dtype=np.float64)
    short, whole = int(np.sum(lasted < SHORT_SECONDS)), len(lasted)
    low, high = exact_interval(short, whole)
    sure = surely_above(short, whole, MOST)
    return ShortContacts(
        answer(sure, enough=whole >= LEAST), whole, short, short / max(1, whole), low, high, sure
    )
