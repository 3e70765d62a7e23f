"""The system's forecast of one case: a chance, its range, and why it is not the base rate.

Log odds add up; chances do not. So that the reader gets percentage points that add up too, the way from the base rate to
the forecast is walked in a straight line and each signal gets its part of every step (Aumann and Shapley 1974): its log
odds times the mean slope of that way.
"""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.lines import chance
from proxeny.analytics.renewals.cases import Cases
from proxeny.analytics.renewals.model import Model, learned
from proxeny.analytics.renewals.recalibration import Stretch, stretch_that_helps
from proxeny.analytics.renewals.trial import Trial, Verdict, tried
from proxeny.analytics.waits import LEVEL

FLAT = 1e-9


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a signal adds to the chance, in percentage points, and to the log odds.

    `is_silent` where nothing was known of it.
    """

    name: str
    points: float
    log_odds: float
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The chance of renewal `share`, from 0 to 1, with its 95 % range from `low` to `high`.

    The range is that of the chance: how far it might lie elsewhere had other cases been seen. It is not about how sure
    the one outcome is. `base` is the segment's base rate, `level` the percentage points by which the model as a whole
    lies off it; base + level + contributions = share.
    """

    share: float
    low: float
    high: float
    base: float
    level: float
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Forecaster:
    """What was learned, and what the trial says of it.

    Unless it is better than the base rate, the base rate is all that it says.
    """

    model: Model
    stretch: Stretch
    trial: Trial

    def forecast(self, signals: Floats, segment: int) -> Forecast:
        """Forecast one case; `signals` [signals], NaN where silent. A segment that was never seen is taken as any.

        Raises ValueError unless there are as many signals as were learned from.
        """
        if signals.shape != (len(self.model.names),):
            raise ValueError(f"{len(self.model.names)} signals were learned from, {signals.shape} are given.")
        segments = np.array([segment])
        base = float(self.model.base_odds(segments)[0])
        if self.trial.verdict is not Verdict.BETTER:
            spread = float(self.model.rates.spreads[self.model.rates.place(segments)][0])
            return _forecast(base, base, spread, 0.0, ())
        row = signals[None]
        odds = float(self.stretch.of(self.model.odds(row, segments))[0])
        spread = self.stretch.factor * float(self.model.spread(row, segments)[0])
        added = self.stretch.factor * self.model.added(row)[0]
        slope = _slope(base, odds)
        parts = tuple(
            Contribution(name, 100 * slope * float(one), float(one), not bool(np.isfinite(value)))
            for name, one, value in zip(self.model.names, added, signals, strict=True)
        )
        return _forecast(base, odds, spread, 100 * slope * (odds - base - float(added.sum())), parts)


def fit(cases: Cases) -> Forecaster:
    """Learn from decided cases and try what was learned. Raises ValueError where there are none."""
    trial = tried(cases)
    outcomes = cases.outcomes[trial.which]
    stretch = stretch_that_helps(trial.odds, outcomes, trial.blocks) if len(outcomes) else Stretch()
    return Forecaster(learned(cases), stretch, trial)


def _forecast(
    base: float, odds: float, spread: float, level: float, parts: tuple[Contribution, ...]
) -> Forecast:
    at = chance(np.array([odds, odds - LEVEL * spread, odds + LEVEL * spread, base]))
    return Forecast(float(at[0]), float(at[1]), float(at[2]), float(at[3]), level, parts)


def _slope(base: float, odds: float) -> float:
    """Return the mean slope of the chance on the straight way between two log odds."""
    start, end = chance(np.array([base, odds]))
    if abs(odds - base) < FLAT:
        return float(start * (1 - start))
    return float((end - start) / (odds - base))
