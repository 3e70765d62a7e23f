"""The beta distribution and what follows from it: intervals of shares, of means, of rates.

The regularised incomplete beta function by its continued fraction (NIST Handbook of Mathematical Functions, 8.17.22),
summed after Lentz; quantiles by Newton's steps, halved where they lead astray. Good to about 1e-12 where the parameters
stay below a million.
"""

from functools import cache
from math import exp, lgamma, log, log1p, pi, sqrt

import numpy as np

from proxeny.analytics.arrays import Floats

TINY = 1e-300
PRECISION = 1e-16
MOST_TERMS = 20_000
STEPS = 2000
CLOSE = 1e-15


def beta_cdf(x: float, a: float, b: float) -> float:
    """Return the chance that a share with the distribution Beta(`a`, `b`) is at most `x`.

    Raises ValueError unless a, b > 0.
    """
    if a <= 0 or b <= 0:
        raise ValueError(f"Beta({a}, {b}) is no distribution: both parameters must be above 0.")
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(_log_scale(a, b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return min(1.0, front * _fraction(x, a, b) / a)
    return max(0.0, 1.0 - front * _fraction(1 - x, b, a) / b)


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Return the share below which Beta(`a`, `b`) lies with the given chance, from 0 to 1."""
    if not 0 <= chance <= 1:
        raise ValueError(f"{chance} is no chance: it must lie between 0 and 1.")
    if chance in (0, 1):
        return float(chance)
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(STEPS):
        gap = beta_cdf(x, a, b) - chance
        low, high = (x, high) if gap < 0 else (low, x)
        density = exp(_log_scale(a, b) + (a - 1) * log(x) + (b - 1) * log1p(-x))
        nearer = x - gap / density if density > TINY else -1.0
        if not low < nearer < high:
            nearer = (low + high) / 2
        if abs(nearer - x) <= CLOSE * x or nearer in (low, high):
            return nearer
        x = nearer
    return x


@cache
def student_bound(freedom: float, level: float = 0.95) -> float:
    """Return how many standard errors to either side hold Student's t with the given chance; `freedom` are its degrees."""
    share = beta_quantile(1 - level, freedom / 2, 0.5)
    return sqrt(freedom * (1 - share) / share)


def log_gamma(values: Floats) -> Floats:
    """Return the logarithms of the gamma function of values above 0, by Stirling's series from 8 up (Handbook, 5.11.1)."""
    far = values + 8
    steps = np.zeros_like(values)
    for step in range(8):
        steps += np.log(values + step)
    series = (
        1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * far**2)) / far**2) / far**2) / far**2
    ) / far
    return np.asarray((far - 0.5) * np.log(far) - far + 0.5 * log(2 * pi) + series - steps)


def _log_scale(a: float, b: float) -> float:
    return lgamma(a + b) - lgamma(a) - lgamma(b)


def _fraction(x: float, a: float, b: float) -> float:
    """Sum the continued fraction; it converges quickly where x lies below the mean."""
    c, d = 1.0, 1.0 / _away_from_zero(1 - (a + b) * x / (a + 1))
    total = d
    for m in range(1, MOST_TERMS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            total *= c * d
        if abs(c * d - 1) < PRECISION:
            break
    return total


def _away_from_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
