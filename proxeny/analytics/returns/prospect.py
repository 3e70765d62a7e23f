"""Whether it pays, drawn many times over: the present value, the month in which the money is back, and the chance of both.

Risk analysis of an investment by repeated drawing: Hertz, Harvard Business Review 42 (1964) no. 1, 95. Ranges are drawn
independently of one another; where two move together, put them into one item.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from proxeny.analytics.chances import Chance, chance
from proxeny.analytics.drawing import DRAWS, shares
from proxeny.analytics.ranges import Floats
from proxeny.analytics.returns.items import Item, present

HAIR = 1e-9
"""A debt smaller than this share of all the money that moves is rounding."""


@dataclass(frozen=True)
class Prospect:
    """What the draws say, in the caller's currency, unrounded.

    `values` [draws]: the net present value. `paybacks` [draws]: the first month from which the money is back and stays back,
    not discounted; 0 where never more was spent than had come in, infinite where it is not back within the months looked at.
    `amounts` [items, draws]: what was drawn for each item.
    """

    items: tuple[Item, ...]
    months: int
    rate: float
    values: Floats
    paybacks: Floats
    amounts: Floats

    def value_at(self, share: float) -> float:
        """Return the net present value that a share of the draws stays below: .1, .5, .9 for p10, p50, p90."""
        return float(np.quantile(self.values, share))

    @property
    def chance_it_pays(self) -> Chance:
        """How likely the net present value lies above zero."""
        return chance(int(np.count_nonzero(self.values > 0)), len(self.values))

    def chance_back_by(self, month: int) -> Chance:
        """Return how likely the money is back in that month, for good as far as is looked ahead."""
        return chance(int(np.count_nonzero(self.paybacks <= month)), len(self.paybacks))

    def payback_at(self, share: float) -> int | None:
        """Return the month in which the money is back in that share of the draws; None if that is not within sight."""
        month = float(np.quantile(self.paybacks, share, method="inverted_cdf"))
        return None if month == inf else int(month)


def simulate(items: Sequence[Item], *, months: int, rate: float, seed: int, draws: int = DRAWS) -> Prospect:
    """Draw the items and return the prospect over `months` months at a discount rate of `rate` a year.

    Raises ValueError without items, for repeated keys and for fewer than one month.
    """
    keys = [item.key for item in items]
    if not keys or len(set(keys)) < len(keys):
        raise ValueError("A sheet needs items, each with a key of its own.")
    if months < 1:
        raise ValueError("A sheet needs a month at least to look ahead.")
    courses = np.stack([item.course(months) for item in items])
    amounts = np.stack([item.amount.at(shares(item.key, seed=seed, draws=draws)) for item in items])
    return Prospect(
        tuple(items),
        months,
        rate,
        values=np.asarray(present(courses, rate) @ amounts),
        paybacks=_paybacks(amounts.T @ courses),
        amounts=amounts,
    )


def _paybacks(flows: Floats) -> Floats:
    """Return the first month from which the sum so far is no debt any more, [draws]; `flows` [draws, months]."""
    hair = HAIR * np.abs(flows).sum(axis=1, keepdims=True)
    in_debt = np.cumsum(flows, axis=1) < -hair
    months = flows.shape[1]
    last = months - 1 - np.argmax(in_debt[:, ::-1], axis=1)
    back = np.where(last == months - 1, inf, last + 1.0)
    return np.where(in_debt.any(axis=1), back, 0.0)
