"""What the draws of a plan say: the finish, the chance to make a date, and what it hangs on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from proxeny.analytics.chances import Chance, chance
from proxeny.analytics.plans.steps import Step
from proxeny.analytics.ranges import Floats

T = TypeVar("T")
HAIR = 1e-9
"""Sums of durations differ by so much for no reason but rounding."""


class Course(NamedTuple):
    """All draws: durations, starts, finishes and slack, each [steps, draws], and the end of the whole, [draws]."""

    lengths: Floats
    starts: Floats
    finishes: Floats
    slack: Floats
    ends: Floats


class Band(NamedTuple):
    """Where something lies in the middle four fifths of the draws, with the middle."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Milestones(Generic[T]):
    """Until when it is over in half, four fifths and nineteen twentieths of the draws."""

    p50: T
    p80: T
    p95: T


@dataclass(frozen=True, slots=True)
class StepOutlook:
    """What one step means for the finish.

    `criticality`: in what share of the draws the finish would move if it took any longer. `correlation`: of its duration
    with the finish (Pearson); a step can always be critical and yet harmless, since it hardly varies. `slack`: how much
    longer it could take without moving the finish, the mean over the draws. `is_outlived`: it has begun and has already
    taken as long as was thought possible, so that its estimate says nothing any more; it is then drawn as if it ended this
    moment.
    """

    key: str
    criticality: float
    correlation: float
    slack: float
    start: Band
    finish: Band
    is_outlived: bool


@dataclass(frozen=True)
class Outlook:
    """What is known of the finish. `ends` [draws] holds it in the order drawn, in the unit of the steps."""

    seed: int
    ends: Floats
    steps: tuple[StepOutlook, ...]

    def chance_by(self, date: float) -> Chance:
        """Return how likely the whole is over at `date`, in the unit of the steps."""
        return chance(int(np.count_nonzero(self.ends <= date + HAIR)), len(self.ends))

    @property
    def finish(self) -> Milestones[float]:
        """When the whole is over, in the unit of the steps."""
        return Milestones(*map(float, np.quantile(self.ends, (0.5, 0.8, 0.95))))

    def finish_on(self, day: Callable[[float], T]) -> Milestones[T]:
        """Return the finish by `day`, which makes a day of a length in the unit of the steps (working days, for example)."""
        found = self.finish
        return Milestones(day(found.p50), day(found.p80), day(found.p95))


def read(steps: Sequence[Step], course: Course, *, seed: int, now: float) -> Outlook:
    """Return what the draws say of the whole and of each step."""
    starts, finishes = _bands(course.starts), _bands(course.finishes)
    correlations = _correlations(course.lengths, course.ends)
    critical = np.mean(course.slack <= HAIR * max(1.0, float(course.ends.max())), axis=1)
    slack = np.maximum(course.slack, 0.0).mean(axis=1)
    return Outlook(
        seed,
        course.ends,
        tuple(
            StepOutlook(
                step.key,
                float(critical[row]) if step.ended is None else 0.0,
                float(correlations[row]),
                float(slack[row]),
                starts[row],
                finishes[row],
                _is_outlived(step, now),
            )
            for row, step in enumerate(steps)
        ),
    )


def _is_outlived(step: Step, now: float) -> bool:
    if step.begun is None or step.ended is not None:
        return False
    return step.duration.share_below(now - step.begun) >= 1


def _bands(times: Floats) -> list[Band]:
    picked = [round(share * (times.shape[1] - 1)) for share in (0.1, 0.5, 0.9)]
    return [Band(*map(float, row)) for row in np.partition(times, picked, axis=1)[:, picked]]


def _correlations(lengths: Floats, ends: Floats) -> Floats:
    """Return Pearson's correlation of each step's duration with the end; 0 for what does not vary."""
    own = lengths - lengths.mean(axis=1, keepdims=True)
    whole = ends - ends.mean()
    scale = np.sqrt(np.einsum("sd,sd->s", own, own) * (whole @ whole))
    varies = scale > HAIR * HAIR
    return np.where(varies, own @ whole / np.where(varies, scale, 1.0), 0.0)
