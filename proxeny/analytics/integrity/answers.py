"""What a detector may say, and when it is sure enough to say it."""

from enum import StrEnum

from proxeny.analytics.distributions import beta_cdf, beta_quantile

SURE = 0.99
"""So sure one must be that the true value lies beyond the bound before the question is asked."""


class Answer(StrEnum):
    """What can be said."""

    DOUBTFUL = "doubtful"
    USUAL = "usual"
    TOO_FEW = "too few to tell"


def answer(sure: float, *, enough: bool) -> Answer:
    """Return the answer that follows from how sure it is, if there was enough to look at."""
    if not enough:
        return Answer.TOO_FEW
    return Answer.DOUBTFUL if sure >= SURE else Answer.USUAL


def exact_interval(part: int, whole: int, level: float = 0.95) -> tuple[float, float]:
    """Return the exact interval of a share (Clopper and Pearson, Biometrika 26 (1934) 404).

    All of it where there is nothing.
    """
    outside = (1 - level) / 2
    low = beta_quantile(outside, part, whole - part + 1) if part else 0.0
    high = beta_quantile(1 - outside, part + 1, whole - part) if part < whole else 1.0
    return low, high


def surely_above(part: int, whole: int, bound: float) -> float:
    """Return how sure it is that the true share lies above `bound`: 1 less the chance to see as much if it were there."""
    return 1 - beta_cdf(bound, part, whole - part + 1) if part else 0.0
