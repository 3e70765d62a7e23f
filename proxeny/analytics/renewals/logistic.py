"""Few signals added up on the scale of log odds, each held back unless the cases carry it.

Logistic regression with a normal prior on the coefficients (ridge; le Cessie and van Houwelingen, Appl. Statist. 41
(1992) 191), by iteratively reweighted least squares. How strongly they are held back is chosen by Laplace's approximation
to the evidence (MacKay, Neural Computation 4 (1992) 720): no part of the data has to be set aside for it, and where the
signals say nothing the coefficients end at nothing.
"""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.lines import chance

SPREADS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
FREE_SPREAD = 1.0
STEPS = 50
PRECISION = 1e-10


@dataclass(frozen=True, slots=True)
class Fit:
    """What was fitted, in log odds.

    `free` [columns] and `coefficients` [signals], `covariance` of both together, [columns + signals, columns + signals];
    `spread` is that of the prior of the coefficients.
    """

    free: Floats
    coefficients: Floats
    covariance: Floats
    spread: float


def fitted(free: Floats, signals: Floats, outcomes: Floats, offset: Floats) -> Fit:
    """Fit outcomes [cases] by `signals` [cases, signals] on top of `offset` [cases], log odds that are given.

    Signals are to be centred and of unit spread, nothing in them missing. `free` [cases, columns] are held back hardly at all.
    """
    design = np.column_stack([free, signals])
    tried = [_at(design, free.shape[1], outcomes, offset, spread) for spread in SPREADS]
    return max(tried, key=lambda one: one[0])[1]


def _at(design: Floats, free: int, outcomes: Floats, offset: Floats, spread: float) -> tuple[float, Fit]:
    """Return the log evidence at this prior, and the fit."""
    precision = np.full(design.shape[1], spread**-2)
    precision[:free] = FREE_SPREAD**-2
    beta = np.zeros(design.shape[1])
    height = _height(design, outcomes, offset, precision, beta)
    for _ in range(STEPS):
        chances = chance(offset + design @ beta)
        slope = design.T @ (outcomes - chances) - precision * beta
        step = np.linalg.solve(_curvature(design, chances, precision), slope)
        higher = _height(design, outcomes, offset, precision, beta + step)
        while higher < height and float(np.abs(step).max()) > PRECISION:
            step = step / 2
            higher = _height(design, outcomes, offset, precision, beta + step)
        beta, height = beta + step, higher
        if float(np.abs(step).max()) < PRECISION:
            break
    curvature = _curvature(design, chance(offset + design @ beta), precision)
    evidence = height + 0.5 * float(np.sum(np.log(precision)) - np.linalg.slogdet(curvature)[1])
    covariance = np.asarray(np.linalg.inv(curvature), dtype=np.float64)
    return evidence, Fit(beta[:free], beta[free:], covariance, spread)


def _curvature(design: Floats, chances: Floats, precision: Floats) -> Floats:
    weighted = design * (chances * (1 - chances))[:, None]
    return np.asarray(design.T @ weighted + np.diag(precision))


def _height(design: Floats, outcomes: Floats, offset: Floats, precision: Floats, beta: Floats) -> float:
    """Return the log likelihood together with the log prior, but for a constant."""
    odds = offset + design @ beta
    return float(np.sum(outcomes * odds - np.logaddexp(0, odds)) - 0.5 * np.sum(precision * beta**2))
