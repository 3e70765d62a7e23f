"""Stretching forecasts that turned out too timid or too bold: Platt, Advances in Large Margin Classifiers (1999) 61.

Only a level and a stretch of the log odds, learned from forecasts that were made without knowing the outcome, and taken
only where the same, learned from earlier ones, would have helped later ones. Isotonic steps are not used: they made
forecasts of this kind a little worse, and a step has no explanation.
"""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.forecasts.lines import chance
from proxeny.analytics.forecasts.scores import LEAST, log_losses, mean
from proxeny.analytics.renewals.logistic import fitted

LEAST_LINES = 50


@dataclass(frozen=True, slots=True)
class Stretch:
    """Recalibrated log odds are `level` + `factor` times the log odds; (0, 1) leaves them as they are."""

    level: float = 0.0
    factor: float = 1.0

    def of(self, odds: Floats) -> Floats:
        """Return recalibrated log odds."""
        return np.asarray(self.level + self.factor * odds)


def stretch_that_helps(odds: Floats, outcomes: Floats, blocks: Ints) -> Stretch:
    """Return the stretch, or none where earlier blocks would not have helped later ones.

    All [lines], blocks ascending in time.
    """
    better: list[Floats] = []
    for block in np.unique(blocks):
        earlier, now = blocks < block, blocks == block
        if earlier.sum() < LEAST_LINES:
            continue
        stretched = _learned(odds[earlier], outcomes[earlier]).of(odds[now])
        plain, other = chance(odds[now]), chance(stretched)
        better.append(
            log_losses(plain, outcomes[now], least=LEAST) - log_losses(other, outcomes[now], least=LEAST)
        )
    if not better:
        return Stretch()
    gain = mean(np.concatenate(better))
    return _learned(odds, outcomes) if gain.low is not None and gain.low > 0 else Stretch()


def _learned(odds: Floats, outcomes: Floats) -> Stretch:
    """Learn level and stretch as corrections of what was said, so that few lines correct little."""
    spread = float(odds.std()) or 1.0
    middle = float(odds.mean())
    fit = fitted(np.ones((len(odds), 1)), ((odds - middle) / spread)[:, None], outcomes, odds)
    stretch = float(fit.coefficients[0]) / spread
    return Stretch(float(fit.free[0]) - stretch * middle, 1 + stretch)
