"""Quantities that nobody knows exactly: how long a step takes, what a month brings. Each is its quantile function.

Drawing by quantile functions keeps two things that rejection samplers lose: what is drawn for one quantity does not depend on
the others, and when a likely value grows, what is drawn with the same share grows with it, draw by draw.

A three-point estimate is read as a beta distribution between its ends, with the mean (low + 4 likely + high) / 6: Malcolm,
Roseboom, Clark and Fazar, Operations Research 7 (1959) 646; the exponents 4 r and 4 (1 - r), r being where the likely value
lies between the ends, are those of Vose, Risk Analysis (2000). So one table for each r is all it takes.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
CELLS = 4096
ANGLES = 1024


class Range(Protocol):
    """An uncertain quantity, in whatever unit the caller keeps."""

    def at(self, shares: Floats) -> Floats:
        """Return the value that the quantity stays below with each of these shares (0 to 1); never falls as a share grows."""
        ...

    def share_below(self, value: float) -> float:
        """Return how likely it is that the quantity is at most `value`."""
        ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """A quantity that is known."""

    value: float

    def at(self, shares: Floats) -> Floats:
        """Return the value, as often as there are shares."""
        return np.full_like(shares, self.value)

    def share_below(self, value: float) -> float:
        """Return 1.0 from the value on, 0.0 before."""
        return float(value >= self.value)


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """A quantity between `low` and `high`, most often near `likely`. Raises ValueError unless low ≤ likely ≤ high."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        if not -np.inf < self.low <= self.likely <= self.high < np.inf:
            raise ValueError(
                f"{self.low}, {self.likely}, {self.high} are not lowest, likely, highest in order."
            )

    def at(self, shares: Floats) -> Floats:
        """Return the quantiles of the beta distribution between the ends.

        Exact to 2e-5 of the width between the shares .01 and .99; in the outermost thousandth it runs straight to the end.
        """
        width = self.high - self.low
        if width == 0:
            return np.full_like(shares, self.low)
        table = _quantiles((self.likely - self.low) / width)
        place = np.clip(shares, 0.0, 1.0) * CELLS
        cell = np.minimum(place.astype(np.int64), CELLS - 1)
        below = table[cell]
        return np.asarray(self.low + width * (below + (place - cell) * (table[cell + 1] - below)))

    def share_below(self, value: float) -> float:
        """Return how likely a value of at most this is."""
        width = self.high - self.low
        if width == 0 or not self.low < value < self.high:
            return float(value >= self.high)
        table = _quantiles((self.likely - self.low) / width)
        return float(np.interp((value - self.low) / width, table, np.linspace(0.0, 1.0, CELLS + 1)))


@lru_cache(maxsize=512)
def _quantiles(lean: float) -> Floats:
    """Return the quantiles of Beta(1 + 4 lean, 5 - 4 lean) at the shares 0, 1/CELLS, … 1.

    The density is integrated over an angle, so that the cells become narrow at the ends, where it may rise steeply.
    """
    angle = np.linspace(0.0, np.pi, ANGLES + 1)
    upper, lower = np.sin(angle / 2) ** 2, np.cos(angle / 2) ** 2
    mass = upper ** (4 * lean) * lower ** (4 - 4 * lean) * np.sin(angle)
    share = np.concatenate([[0.0], np.cumsum(mass[1:] + mass[:-1])])
    return np.asarray(np.interp(np.linspace(0.0, 1.0, CELLS + 1), share / share[-1], upper))
