"""What a handful of resolved cases can tell of somebody, and what it cannot.

Shares with Jeffreys intervals (Brown, Cai and DasGupta, Statist. Sci. 16 (2001) 101). Persons beside each other are drawn
towards what all of them have in common, the more the fewer cases they have: beta-binomial, with the common mean and
strength averaged over rather than fitted (Gelman et al., Bayesian Data Analysis, 3rd ed., 5.3), so that few persons do
not look alike by accident.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.distributions import beta_cdf, beta_quantile, log_gamma

LEAST_TO_NAME = 20
"""Resolved cases below which nobody is named or ranked; only all together are shown."""
SURE = 0.95
MEANS = np.linspace(0.01, 0.99, 99)
STRENGTHS = np.geomspace(0.5, 500.0, 31)


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A person's share as it is shown: `share` with the 95 % interval `low` to `high`, and the `raw` one for the small
    print.
    """

    share: float
    low: float
    high: float
    raw: float | None


def jeffreys(hits: int, cases: int, level: float = SURE) -> tuple[float, float]:
    """Return the interval of a share; it reaches 0 where nothing hit and 1 where all did.

    Raises ValueError unless 0 ≤ hits ≤ cases.
    """
    _counted(hits, cases)
    outside = (1 - level) / 2
    low = beta_quantile(outside, hits + 0.5, cases - hits + 0.5) if hits else 0.0
    high = beta_quantile(1 - outside, hits + 0.5, cases - hits + 0.5) if hits < cases else 1.0
    return low, high


def probably_better(hits: int, cases: int, than: float = 0.5) -> float:
    """Return how sure one can be that the true share lies above `than`, from 0 to 1."""
    _counted(hits, cases)
    return 1 - beta_cdf(than, hits + 0.5, cases - hits + 0.5)


def cases_needed(share: float) -> int:
    """Return from how many resolved cases on, with this share of hits, one is 95 % sure of being better than a coin.

    Hits need not be whole, so that rounding helps nobody. Raises ValueError unless .5 < share ≤ 1.
    """
    if not 0.5 < share <= 1:
        raise ValueError(
            f"A share of {share} is never surely better than a coin; give one above 0.5, up to 1."
        )

    def is_enough(cases: int) -> bool:
        return beta_cdf(0.5, share * cases + 0.5, (1 - share) * cases + 0.5) < 1 - SURE

    enough = 1
    while not is_enough(enough):
        enough *= 2
    short = enough // 2
    while enough - short > 1:
        middle = (enough + short) // 2
        short, enough = (short, middle) if is_enough(middle) else (middle, enough)
    return enough


def shrink(hits: Sequence[int] | Ints, cases: Sequence[int] | Ints) -> tuple[Shrunk, ...]:
    """Return each person's share drawn towards the others'; persons without cases get what is known of all.

    Raises ValueError where hits and cases are not one each a person, or a person hits more often than there are cases.
    """
    hit, case = np.asarray(hits, dtype=np.float64), np.asarray(cases, dtype=np.float64)
    if hit.shape != case.shape or hit.ndim != 1 or bool(np.any((hit < 0) | (hit > case))):
        raise ValueError("Give hits and cases of each person, no more hits than cases.")
    if not len(hit):
        return ()
    weights = _weights(hit, case)
    a = (MEANS[:, None] * STRENGTHS)[..., None] + hit
    whole = STRENGTHS[None, :, None] + case
    share = a / whole
    middle = np.einsum("ms,msp->p", weights, share)
    spread = np.einsum("ms,msp->p", weights, share * (1 - share) / (whole + 1) + share**2) - middle**2
    return tuple(
        _shown(float(m), float(v), float(h), float(c))
        for m, v, h, c in zip(middle, spread, hit, case, strict=True)
    )


def _weights(hits: Floats, cases: Floats) -> Floats:
    """Return how likely each common mean and strength is, [means, strengths].

    Before the cases, 1 / (1 + strength) is anything.
    """
    a = MEANS[:, None] * STRENGTHS
    b = STRENGTHS - a
    prior = np.log(STRENGTHS) - 2 * np.log1p(STRENGTHS)
    likely = np.broadcast_to(prior, a.shape).copy()
    for hit, case in {(float(h), float(c)) for h, c in zip(hits, cases, strict=True)}:
        times = int(np.sum((hits == hit) & (cases == case)))
        one = log_gamma(a + hit) - log_gamma(a) + log_gamma(b + case - hit) - log_gamma(b)
        likely += times * (one + (log_gamma(STRENGTHS) - log_gamma(STRENGTHS + case)))
    weights = np.exp(likely - likely.max())
    return np.asarray(weights / weights.sum())


def _shown(middle: float, spread: float, hits: float, cases: float) -> Shrunk:
    """Give the interval of the beta distribution with that mean and variance."""
    strength = middle * (1 - middle) / spread - 1
    a, b = middle * strength, (1 - middle) * strength
    outside = (1 - SURE) / 2
    return Shrunk(
        middle,
        beta_quantile(outside, a, b),
        beta_quantile(1 - outside, a, b),
        hits / cases if cases else None,
    )


def _counted(hits: int, cases: int) -> None:
    if not 0 <= hits <= cases:
        raise ValueError(f"{hits} of {cases} is no share.")
