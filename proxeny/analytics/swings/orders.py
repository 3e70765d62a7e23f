"""Counting orders: the running memory of how often an intermittent series is used.

Time is counted in open days, those recorded and neither holiday nor Spring Festival shoulder, so that a
silence through the festival is none. Days of use at most two open days apart belong to one order. Old
gaps fade by 5 % with each new one: what counts is the rhythm of about the last twenty orders.
"""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.swings.panel import Floats

FADING = 0.95
ONE_ORDER = 2


@dataclass
class Orders:
    """Running counts, each of shape [series]; gaps and silences in open days.

    `clock`: open days since the first use; `last`: the clock at the last day of use (-1 before the
    first); `days`: days of use; `gaps`, `gap_sum`, `gap_log_sum`: faded number of gaps, their sum, and
    the sum of their logs; `longest`: the longest gap so far.
    """

    clock: Floats
    last: Floats
    days: Floats
    gaps: Floats
    gap_sum: Floats
    gap_log_sum: Floats
    longest: Floats

    @classmethod
    def none(cls, series: int) -> "Orders":
        """Nothing seen yet."""
        zero = np.zeros(series)
        return cls(zero, zero - 1, zero, zero, zero, zero, zero)

    def after(self, values: Floats, *, open_day: bool) -> "Orders":
        """The counts after one more day, whose `values` (NaN unknown) count where `open_day`."""
        known = np.isfinite(values) & open_day
        used = np.isfinite(values) & (values > 0)
        clock = self.clock + (known & (used | (self.last >= 0)))
        gap = np.maximum(clock - self.last, 1.0)
        fresh = used & (self.last >= 0) & (gap > ONE_ORDER)
        fade = np.where(fresh, FADING, 1.0)
        return Orders(
            clock=clock,
            last=np.where(used, clock, self.last),
            days=self.days + used,
            gaps=self.gaps * fade + fresh,
            gap_sum=self.gap_sum * fade + np.where(fresh, gap, 0.0),
            gap_log_sum=self.gap_log_sum * fade + np.where(fresh, np.log(gap), 0.0),
            longest=np.where(fresh, np.maximum(self.longest, gap), self.longest),
        )

    @property
    def silence(self) -> Floats:
        """Open days since the last day of use; 0 before the first."""
        return np.where(self.last >= 0, self.clock - self.last, 0.0)
