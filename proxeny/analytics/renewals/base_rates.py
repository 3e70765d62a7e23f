"""The base rate of each segment, drawn towards that of all where the segment is small (see `forecasts.few_cases`)."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.forecasts.few_cases import jeffreys, shrink


@dataclass(frozen=True, slots=True)
class BaseRates:
    """Share of renewals in each segment [segments], and the standard deviation of its log odds.

    The last is any other segment.
    """

    shares: Floats
    spreads: Floats

    def place(self, segments: Ints) -> Ints:
        """Return where each segment stands; one that was never seen stands last."""
        last = len(self.shares) - 1
        return np.where((segments >= 0) & (segments < last), segments, last)


def base_rates(outcomes: Floats, segments: Ints) -> BaseRates:
    """Reckon the base rates; `segments` are numbers from 0 on, [cases]. Raises ValueError where there are no cases."""
    if not len(outcomes):
        raise ValueError("Without decided cases there is no base rate.")
    cases = np.append(np.bincount(segments), 0)
    renewed = np.append(np.bincount(segments, outcomes), 0)
    if np.count_nonzero(cases) == 1:
        return _of_one(int(renewed.sum()), int(cases.sum()), len(cases))
    drawn = shrink(renewed, cases)
    shares = np.array([one.share for one in drawn])
    spreads = np.array([_spread(one.low, one.high) for one in drawn])
    return BaseRates(shares, spreads)


def _of_one(renewed: int, cases: int, places: int) -> BaseRates:
    """With one segment there is nothing to draw towards; what is not seen yet is taken for it."""
    share = (renewed + 0.5) / (cases + 1)
    low, high = jeffreys(renewed, cases)
    return BaseRates(np.full(places, share), np.full(places, _spread(low, high)))


def _spread(low: float, high: float) -> float:
    """Return the standard deviation of the log odds whose 95 % interval this is."""
    low, high = max(low, 1e-4), min(high, 1 - 1e-4)
    return float(np.log(high / (1 - high)) - np.log(low / (1 - low))) / 3.92
