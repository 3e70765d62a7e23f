"""How likely something is by repeated drawing, and how far the drawing itself may be off."""

from math import sqrt
from typing import NamedTuple


class Chance(NamedTuple):
    """A share of draws between 0 and 1, and its Monte Carlo error: one standard error, in the same unit.

    The error tells only how finely the drawing resolves the chance, not whether the estimates put into it are any good.
    """

    value: float
    error: float


def chance(happened: int, draws: int) -> Chance:
    """Return how likely it is if it happened in so many of the draws.

    The error is that of Agresti and Coull, Amer. Statistician 52 (1998) 119: two successes and two failures are added, so
    that “never in 10,000 draws” is not taken for “impossible”. Raises ValueError unless 0 ≤ happened ≤ draws and draws > 0.
    """
    if draws <= 0 or not 0 <= happened <= draws:
        raise ValueError(f"{happened} of {draws} draws is no chance.")
    rather = (happened + 2) / (draws + 4)
    return Chance(happened / draws, sqrt(rather * (1 - rather) / (draws + 4)))
