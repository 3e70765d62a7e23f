"""The model and the person together: one weight on the person's log odds, and whether that is better than either.

One common weight, fitted on all resolved lines (Satopää et al., Int. J. Forecasting 30 (2014) 344, without their
extremising, for the two mostly know the same). It starts at one half and leaves it only as far as the lines carry: a
normal prior with a standard deviation of a quarter. What counts is how it would have done: each line is combined with the
weight that the lines resolved before it give.
"""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.few_cases import LEAST_TO_NAME
from proxeny.analytics.forecasts.lines import chance, checked, log_odds
from proxeny.analytics.forecasts.scores import LEAST, Mean, brier_scores, mean

START = 0.5
PRIOR_SPREAD = 0.25
STEPS = 60
CLOSE = 1e-9
"""What differs by less is the same; where the two say the same, sums of floats differ by such amounts."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How the two together would have done, each line with what was resolved before it.

    `weight` on the person as all lines give it, for the next forecast; Brier scores of the three; `over_model` and
    `over_human`: mean Brier gain of the two together, above 0 where better, with 95 % intervals. Only `is_shown` may be
    shown: both intervals lie above 0 and there are at least 20 lines.
    """

    weight: float
    lines: int
    model: float
    human: float
    together: float
    over_model: Mean
    over_human: Mean
    is_shown: bool


def together(model: Floats, human: Floats, weight: float | Floats) -> Floats:
    """Return both as one chance; `weight` on the person from 0 to 1. Chances are held off 0 and 1 by `LEAST`."""
    q, h = log_odds(np.clip(model, LEAST, 1 - LEAST)), log_odds(np.clip(human, LEAST, 1 - LEAST))
    return chance(np.asarray(q + weight * (h - q)))


def best_weight(model: Floats, human: Floats, outcomes: Floats) -> float:
    """Return the weight on the person that the resolved lines give, from 0 to 1; one half where there are none."""
    q, h = log_odds(np.clip(model, LEAST, 1 - LEAST)), log_odds(np.clip(human, LEAST, 1 - LEAST))
    low, high, weight = 0.0, 1.0, START
    for _ in range(STEPS):
        said = chance(q + weight * (h - q))
        slope = float(np.sum((said - outcomes) * (h - q))) + (weight - START) / PRIOR_SPREAD**2
        low, high = (low, weight) if slope > 0 else (weight, high)
        nearer = weight - slope / (float(np.sum(said * (1 - said) * (h - q) ** 2)) + PRIOR_SPREAD**-2)
        if not low < nearer < high:
            nearer = (low + high) / 2
        if abs(nearer - weight) < CLOSE:
            return nearer
        weight = nearer
    return weight


def try_together(
    model: Floats, human: Floats, outcomes: Floats, issued_at: Floats, resolved_at: Floats
) -> Trial:
    """Combine each line as it could have been combined then; times are numbers, days for example.

    Raises ValueError where the five are not one each a line, or a line was resolved before it was issued.
    """
    q, y = checked(model, outcomes)
    h, _ = checked(human, outcomes)
    if issued_at.shape != y.shape or resolved_at.shape != y.shape or bool(np.any(resolved_at < issued_at)):
        raise ValueError("Each line is issued once and resolved once, not before it was issued.")
    weights = np.empty(len(y))
    for at in np.unique(issued_at):
        known = resolved_at < at
        weights[issued_at == at] = best_weight(q[known], h[known], y[known])
    scores = brier_scores(together(q, h, weights), y)
    over_model, over_human = mean(brier_scores(q, y) - scores), mean(brier_scores(h, y) - scores)
    return Trial(
        weight=best_weight(q, h, y),
        lines=len(y),
        model=float(np.mean(brier_scores(q, y))),
        human=float(np.mean(brier_scores(h, y))),
        together=float(np.mean(scores)),
        over_model=over_model,
        over_human=over_human,
        is_shown=len(y) >= LEAST_TO_NAME and min(over_model.low or 0.0, over_human.low or 0.0) > CLOSE,
    )
