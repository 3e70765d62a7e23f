"""What really happened to consumption, beside rhythm and chance: told in days before today."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from proxeny.demo.calendar_days import Days

ALL = "*"


@dataclass(frozen=True)
class Change:
    """From `ago` days before today on, consumption is `factor` times what it was.

    It takes `ramp` days to get there and, where `until` is given, is over that many days before today.
    `meter` ALL means every meter of the customer.
    """

    reference: str
    meter: str
    ago: int
    factor: float
    ramp: int = 0
    until: int | None = None

    def since(self, today: date) -> date:
        """Return the first day of the change."""
        return today - timedelta(days=self.ago)

    def over(self, days: Days, today: date) -> NDArray[np.float64]:
        """Return the multiplier of each day."""
        start = days.position(self.since(today))
        position = np.arange(len(days))
        if self.ramp:
            share = np.clip((position - start + 1) / self.ramp, 0.0, 1.0)
        else:
            share = (position >= start).astype(np.float64)
        if self.until is not None:
            share[days.position(today - timedelta(days=self.until)) :] = 0.0
        return np.asarray(self.factor**share)


RECENT = (
    Change("YT-1007", "API 调用", 19, 0.635),
    Change("YT-1006", "收银流水", 4, 0.12),
    Change("YT-1008", "云主机", 92, 0.52, ramp=88),
    Change("YT-1005", "API 调用", 61, 0.3, ramp=55),
    Change("YT-1014", "云主机", 100, 0.6, ramp=35),
    Change("YT-1015", "API 调用", 12, 1.85),
    Change("YT-1019", "API 调用", 33, 0.7),
    Change("YT-1034", "短信", 26, 0.66),
    Change("YT-1051", "API 调用", 24, 0.74),
)
PAST = (
    Change("YT-1001", "知识库", 410, 1.5, ramp=40),
    Change("YT-1002", "云主机", 320, 0.68, until=255),
    Change("YT-1003", "API 调用", 280, 1.25),
    Change("YT-1013", "API 调用", 350, 1.3, ramp=21),
    Change("YT-1021", "带宽", 240, 0.7, until=190),
    Change("YT-1025", "云主机", 300, 1.3),
    Change("YT-1029", ALL, 430, 0.75),
    Change("YT-1030", "带宽", 345, 1.35, until=290),
    Change("YT-1033", "云主机", 265, 1.35, ramp=30),
    Change("YT-1046", "云主机", 330, 0.72),
    Change("YT-1057", "API 调用", 380, 1.4),
)
SILENT_FEED = ("YT-1020", 9)
SILENT_BUYER = ("YT-1009", 57)
ONLY_HOLIDAY = ("YT-1010", "云主机", 0.03)
MISSED_SEASON = ("YT-1014", "云主机", 0.26, 40)
SEASONAL = ("YT-1045", "API 调用")
STEADY = {change.reference for change in RECENT} | {SILENT_FEED[0], ONLY_HOLIDAY[0]}


def multiplier(reference: str, meter: str, days: Days, today: date) -> NDArray[np.float64]:
    """Return everything that happened to one series, multiplied; shape [days]."""
    product = np.ones(len(days))
    for change in RECENT + PAST:
        if change.reference == reference and change.meter in (meter, ALL):
            product *= change.over(days, today)
    return product
