"""Consumption short, middle and long: the last days against as many before.

Means over the days on record are compared, so that a gap makes no fall; holidays on either side are named.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from proxeny.core import words
from proxeny.web.accounts.consumption import mean
from proxeny.web.charts.model import Floats, Stretch

HORIZONS = (7, 30, 365)


@dataclass(frozen=True, slots=True)
class Horizon:
    """The last `days` days and as many before, each as its mean a day; None where fewer than half are known.

    `change` is relative; `holidays` names the public holidays that lie in either.
    """

    days: int
    now: float | None
    before: float | None
    missing: int
    holidays: tuple[str, ...]

    @property
    def holidays_named(self) -> str:
        """The names in a row, as the language in force lists them."""
        return words.listed(self.holidays, words.here())

    @property
    def change(self) -> float | None:
        """The mean now relative to the mean before: -0.38 is 38 % less."""
        if self.now is None or not self.before:
            return None
        return self.now / self.before - 1


def horizons(values: Floats, last: date, holidays: list[Stretch]) -> list[Horizon]:
    """Return the three horizons of a series that ends on `last`.

    Days before its beginning count as not on record.
    """
    return [_horizon(values, days, last, holidays) for days in HORIZONS]


def _horizon(values: Floats, days: int, last: date, holidays: list[Stretch]) -> Horizon:
    wanted = 2 * days
    padded = np.concatenate([np.full(max(0, wanted - len(values)), np.nan), values])[-wanted:]
    now, before = padded[days:], padded[:days]
    first = last - timedelta(days=wanted - 1)
    named = (
        ()
        if days >= 365
        else tuple(
            dict.fromkeys(
                one.name for one in holidays if one.name and one.last >= first and one.first <= last
            )
        )
    )
    return Horizon(days, mean(now), mean(before), int((~np.isfinite(now)).sum()), named)
