"""What the return hinges on: the swing that each item makes alone, and how the value follows it when all vary."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.ranges import Floats
from proxeny.analytics.returns.items import present
from proxeny.analytics.returns.prospect import Prospect


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the tornado: the net present value with this item at its p10 and its p90, all others at their medians."""

    key: str
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        """How far the item alone moves the value."""
        return abs(self.at_high - self.at_low)


def tornado(prospect: Prospect) -> list[Bar]:
    """Return the bars, the longest first; equally long ones in the order of the items."""
    courses = np.stack([item.course(prospect.months) for item in prospect.items])
    worth = present(courses, prospect.rate)
    low, middle, high = np.stack([item.amount.at(np.array([0.1, 0.5, 0.9])) for item in prospect.items]).T
    base = float(worth @ middle)
    bars = [
        Bar(
            item.key,
            float(low[row]),
            float(high[row]),
            base + float(worth[row] * (low[row] - middle[row])),
            base + float(worth[row] * (high[row] - middle[row])),
        )
        for row, item in enumerate(prospect.items)
    ]
    return sorted(bars, key=lambda bar: -bar.swing)


def hinges(prospect: Prospect) -> dict[str, float]:
    """Return for each item how the value follows it over all draws: Spearman's rank correlation, the strongest first.

    Negative for what lowers the value as it grows; 0 for what is fixed.
    """
    value = _ranks(prospect.values)
    found = {
        item.key: _correlation(_ranks(row), value)
        for item, row in zip(prospect.items, prospect.amounts, strict=True)
    }
    return dict(sorted(found.items(), key=lambda pair: -abs(pair[1])))


def _ranks(values: Floats) -> Floats:
    """Return ranks from 0, their mean for equal values."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count + 1) / 2)[place])


def _correlation(one: Floats, other: Floats) -> float:
    one, other = one - one.mean(), other - other.mean()
    scale = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / scale if scale > 0 else 0.0
