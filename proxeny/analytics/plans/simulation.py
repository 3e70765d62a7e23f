"""Drawing a plan many times over: each draw is one course that the work might take.

The finish of a network is the largest of many sums, so its mean lies above the sum along any one path (the merge bias);
MacCrimmon and Ryavec, Operations Research 12 (1964) 16. The normal approximation along the longest path knows nothing of it
and is too hopeful; it is not used here. Criticality by draws: Van Slyke, Operations Research 11 (1963) 839.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.drawing import DRAWS, shares
from proxeny.analytics.plans.outlook import Course, Outlook, read
from proxeny.analytics.plans.steps import Step
from proxeny.analytics.precedence import in_order
from proxeny.analytics.ranges import Floats


def simulate(steps: Sequence[Step], *, seed: int, draws: int = DRAWS, now: float = 0.0) -> Outlook:
    """Draw the plan as it stands at `now` and return what can be said of its finish.

    What has ended, ended when it did. What has begun and is not over takes longer than it has taken so far: its duration is
    drawn from what is left of its range. What waits cannot begin before `now`. The same seed gives every step the same luck
    again, also in a plan that differs in other steps.
    Raises Loop if steps wait for one another, ValueError for unknown or repeated keys or a plan without steps.
    """
    keys = [step.key for step in steps]
    if not keys or len(set(keys)) < len(keys):
        raise ValueError("A plan needs steps, each with a key of its own.")
    links = _Links.between(steps)
    lengths, starts, finishes = (np.empty((len(steps), draws)) for _ in range(3))
    for row in links.order:
        step = steps[row]
        lengths[row] = _lengths(step, shares(step.key, seed=seed, draws=draws), now)
        starts[row] = _start(step, now)
        for before in links.before[row]:
            np.maximum(starts[row], finishes[before], out=starts[row])
        if step.ended is not None:
            finishes[row] = step.ended
        else:
            np.add(starts[row], lengths[row], out=finishes[row])
    ends = finishes.max(axis=0)
    slack = links.latest(ends, starts, lengths) - finishes
    return read(steps, Course(lengths, starts, finishes, slack, ends), seed=seed, now=now)


@dataclass(frozen=True)
class _Links:
    """Which steps a step still waits for, and which wait for it, as rows; in an order that can be worked through."""

    order: list[int]
    before: list[list[int]]
    behind: list[list[int]]

    @classmethod
    def between(cls, steps: Sequence[Step]) -> "_Links":
        rows = {step.key: row for row, step in enumerate(steps)}
        order = [rows[key] for key in in_order({step.key: step.after for step in steps})]
        before = [[rows[key] for key in step.after] if step.waits else [] for step in steps]
        behind: list[list[int]] = [[] for _ in steps]
        for row, earlier in enumerate(before):
            for one in earlier:
                behind[one].append(row)
        return cls(order, before, behind)

    def latest(self, ends: Floats, starts: Floats, lengths: Floats) -> Floats:
        """Return when each step may end at the latest without moving the finish, [steps, draws]."""
        latest = np.empty_like(starts)
        for row in reversed(self.order):
            latest[row] = ends
            for later in self.behind[row]:
                np.minimum(latest[row], latest[later] - lengths[later], out=latest[row])
        return latest


def _lengths(step: Step, drawn: Floats, now: float) -> Floats:
    """Return how long the step takes in each draw, as far as that is still open."""
    if step.ended is not None:
        return np.full_like(drawn, step.ended - (step.ended if step.begun is None else step.begun))
    if step.begun is None:
        return step.duration.at(drawn)
    so_far = max(now - step.begun, 0.0)
    passed = step.duration.share_below(so_far)
    return np.maximum(step.duration.at(passed + (1 - passed) * drawn), so_far)


def _start(step: Step, now: float) -> float:
    """Return when the step began, or could if it waited for no other."""
    if step.begun is not None:
        return step.begun
    return max(now, step.earliest) if step.ended is None else step.ended
