"""A fitted model: base rate of the segment, plus what each signal adds to the log odds."""

from dataclasses import dataclass, replace

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.forecasts.lines import log_odds
from proxeny.analytics.renewals.base_rates import BaseRates, base_rates
from proxeny.analytics.renewals.cases import Cases
from proxeny.analytics.renewals.logistic import Fit, fitted

FAR = 3.0
"""Standard deviations beyond which a signal counts as that far: one odd value shall not decide a forecast."""


@dataclass(frozen=True, slots=True)
class Model:
    """`centre` and `scale` [signals] make signals comparable; a signal without spread adds nothing.

    The base rates' log odds enter as they are, and once more about their mean `middle` with a factor of their own: what sets
    segments apart is larger among customers with the same signals than among all.
    """

    names: tuple[str, ...]
    rates: BaseRates
    middle: float
    centre: Floats
    scale: Floats
    fit: Fit

    def base_odds(self, segments: Ints) -> Floats:
        """Return the log odds of the segments' base rates, [cases]."""
        return log_odds(self.rates.shares[self.rates.place(segments)])

    def free(self, segments: Ints) -> Floats:
        """Return what is hardly held back, [cases, 2]: a level, and what sets the segment apart."""
        apart = self.base_odds(segments) - self.middle
        return np.column_stack([np.ones(len(apart)), apart])

    def comparable(self, signals: Floats) -> Floats:
        """Return signals [cases, signals] in standard deviations off their mean; what is silent says nothing and is 0."""
        return np.asarray(np.nan_to_num(np.clip((signals - self.centre) / self.scale, -FAR, FAR), nan=0.0))

    def added(self, signals: Floats) -> Floats:
        """Return what each signal adds to the log odds, [cases, signals]."""
        return np.asarray(self.comparable(signals) * self.fit.coefficients)

    def odds(self, signals: Floats, segments: Ints) -> Floats:
        """Return the log odds of renewal, [cases]."""
        level = self.free(segments) @ self.fit.free
        return np.asarray(self.base_odds(segments) + level + self.added(signals).sum(axis=1))

    def spread(self, signals: Floats, segments: Ints) -> Floats:
        """Return the standard deviation of the log odds, [cases]: of the base rate and of all that was fitted."""
        design = np.column_stack([self.free(segments), self.comparable(signals)])
        of_fit = np.einsum("ij,jk,ik->i", design, self.fit.covariance, design)
        return np.asarray(np.sqrt(self.rates.spreads[self.rates.place(segments)] ** 2 + of_fit))


def learned(cases: Cases) -> Model:
    """Learn a model from decided cases; there must be some."""
    rates = base_rates(cases.outcomes, cases.segments)
    middle = float(log_odds(rates.shares[rates.place(cases.segments)]).mean())
    said = np.isfinite(cases.signals)
    count = np.maximum(said.sum(axis=0), 1)
    centre = np.where(said, cases.signals, 0.0).sum(axis=0) / count
    off = np.where(said, cases.signals - centre, 0.0)
    scale = np.sqrt((off**2).sum(axis=0) / count)
    nothing = Fit(np.zeros(2), np.zeros(len(centre)), np.zeros((len(centre) + 2, len(centre) + 2)), 0.0)
    model = Model(cases.names, rates, middle, centre, np.where(scale > 0, scale, np.inf), nothing)
    signals, free = model.comparable(cases.signals), model.free(cases.segments)
    return replace(model, fit=fitted(free, signals, cases.outcomes, model.base_odds(cases.segments)))
