"""Scores of forecasts, and the model's held against a person's on the same lines.

Brier, Mon. Weather Rev. 78 (1950) 1, in its one-sided form: 0 is perfect, 0.25 is what a coin says, 1 is certainty of the
wrong. Good, J. R. Statist. Soc. B 14 (1952) 107, for the logarithmic score, here a loss in nats: 0 is perfect, 0.693 a
coin.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.distributions import student_bound
from proxeny.analytics.forecasts.break_even import break_even
from proxeny.analytics.forecasts.lines import checked

LEAST = 0.005
"""Nearer than this to 0 or 1 nobody is taken at their word where certainty would cost an infinite score."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with its 95 % interval by Student's t; both bounds None where there is one line only."""

    value: float
    low: float | None
    high: float | None
    lines: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The model and a person on the same lines.

    `model`, `human`: mean Brier scores. `gain`: mean of (q - y)² - (h - y)², above 0 where the person was better;
    `log_gain` the same in nats, each forecast held off 0 and 1 by `LEAST` (`clipped` lines needed that). `directed` lines
    differ from the model, in `hits` of them the person went the right way; `size` is the mean shift |h - q| of those,
    `needed` the share of hits from which shifts of these sizes pay (None where nothing differs).
    """

    lines: int
    model: float
    human: float
    gain: Mean
    log_gain: Mean
    clipped: int
    directed: int
    hits: int
    size: float
    needed: float | None


def brier_scores(issued: Floats | Sequence[float], outcomes: Floats | Sequence[float]) -> Floats:
    """Return the squared error of each line, shape [lines], from 0 to 1."""
    said, came = checked(issued, outcomes)
    return np.asarray((said - came) ** 2)


def log_losses(
    issued: Floats | Sequence[float], outcomes: Floats | Sequence[float], *, least: float | None = None
) -> Floats:
    """Return the logarithmic loss of each line in nats, shape [lines].

    Certainty that turned out wrong has no finite loss: with `least`, forecasts are held between it and 1 - `least`; without,
    ValueError is raised for any forecast of 0 or 1.
    """
    said, came = checked(issued, outcomes)
    if least is not None:
        if not 0 < least < 0.5:
            raise ValueError(
                f"Forecasts cannot be held off 0 and 1 by {least}; give something between 0 and 0.5."
            )
        said = np.clip(said, least, 1 - least)
    if not bool(np.all((said > 0) & (said < 1))):
        raise ValueError(
            "A forecast of 0 or 1 has no finite log score when it fails: say how far to hold it off."
        )
    return np.asarray(-np.log(np.where(came == 1, said, 1 - said)))


def mean(values: Floats) -> Mean:
    """Return the mean of independent values with its interval. Raises ValueError where there are none."""
    count = len(values)
    if not count:
        raise ValueError("Nothing has no mean.")
    middle = float(np.mean(values))
    if count == 1:
        return Mean(middle, None, None, 1)
    half = student_bound(count - 1) * float(np.std(values, ddof=1)) / float(np.sqrt(count))
    return Mean(middle, middle - half, middle + half, count)


def compare(
    model: Floats | Sequence[float], human: Floats | Sequence[float], outcomes: Floats | Sequence[float]
) -> Comparison:
    """Hold a person's forecasts against the model's, frozen at the same moment, line by line."""
    q, y = checked(model, outcomes)
    h, _ = checked(human, outcomes)
    went = h != q
    right = went & ((h > q) == (y == 1))
    shifts = np.abs(h - q)[went]
    beyond = (np.minimum(q, h) < LEAST) | (np.maximum(q, h) > 1 - LEAST)
    return Comparison(
        lines=len(y),
        model=float(np.mean(brier_scores(q, y))),
        human=float(np.mean(brier_scores(h, y))),
        gain=mean(brier_scores(q, y) - brier_scores(h, y)),
        log_gain=mean(log_losses(q, y, least=LEAST) - log_losses(h, y, least=LEAST)),
        clipped=int(beyond.sum()),
        directed=int(went.sum()),
        hits=int(right.sum()),
        size=float(shifts.mean()) if len(shifts) else 0.0,
        needed=break_even(shifts, np.abs(y - q)[went]) if len(shifts) else None,
    )
