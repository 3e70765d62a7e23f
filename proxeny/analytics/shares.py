"""How sure a share is: the score interval of Wilson, J. Amer. Statist. Assoc. 22 (1927) 209."""

from math import sqrt
from typing import NamedTuple

from proxeny.analytics.waits import LEVEL


class Share(NamedTuple):
    """`part` of `whole`, as a share with its 95 % interval; all three None where the whole is nothing."""

    part: int
    whole: int
    value: float | None
    low: float | None
    high: float | None


def share(part: int, whole: int) -> Share:
    """Return the share with its interval. Raises ValueError unless 0 ≤ part ≤ whole."""
    if not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no share")
    if whole == 0:
        return Share(0, 0, None, None, None)
    value, square = part / whole, LEVEL * LEVEL
    middle = (value + square / (2 * whole)) / (1 + square / whole)
    half = LEVEL / (1 + square / whole) * sqrt(value * (1 - value) / whole + square / (4 * whole * whole))
    low = 0.0 if part == 0 else max(0.0, middle - half)
    high = 1.0 if part == whole else min(1.0, middle + half)
    return Share(part, whole, value, low, high)
