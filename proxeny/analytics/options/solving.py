"""Running the solver within a time, and telling what it proved."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from proxeny.analytics.options.facts import Fact
from proxeny.analytics.options.lazily import cp_sat
from proxeny.analytics.options.model import Model
from proxeny.analytics.options.problem import Choice

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

# Two or three workers leave out the very strategies that prove set cover: eight find the proof on two cores, too. For
# a small model starting eight takes longer than solving it.
MANY_WORKERS, SMALL = 8, 60


class Deadline:
    """A stretch of time that several solves share."""

    def __init__(self, seconds: float) -> None:
        self._began = time.monotonic()
        self._ends = self._began + seconds

    @property
    def left(self) -> float:
        """Seconds that are left, none when it is over."""
        return max(0.0, self._ends - time.monotonic())

    @property
    def took(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._began

    def part(self, share: float) -> Deadline:
        """Return a deadline for a share of what is left."""
        return Deadline(self.left * share)


@dataclass(frozen=True)
class Solved:
    """A solution, with the value of what was minimised, a bound below it, and whether it is proven the least.

    `gave_way` are the facts that it did not keep to.
    """

    choice: Choice
    value: int
    bound: int
    proven: bool
    gave_way: frozenset[Fact] = frozenset()


class Infeasible(Exception):  # noqa: N818  (a finding, not an error)
    """Proven: nothing satisfies the model."""


class OutOfTime(Exception):  # noqa: N818  (a finding, not an error)
    """Nothing was found and nothing proven in the time that there was."""


def least(model: Model, objective: cp_model.LinearExprT, deadline: Deadline) -> Solved:
    """Return a solution with the least value of `objective` that was found. Raises Infeasible, or OutOfTime."""
    sat = cp_sat()
    model.cp.clear_assumptions()
    model.cp.minimize(objective)
    solver = _solver(deadline, many=len(model.takes) > SMALL)
    status = solver.solve(model.cp) if deadline.left else sat.UNKNOWN
    assert status != sat.MODEL_INVALID, model.cp.validate()
    if status == sat.INFEASIBLE:
        raise Infeasible
    if status not in {sat.OPTIMAL, sat.FEASIBLE}:
        raise OutOfTime
    return Solved(
        choice=model.choice(solver.boolean_value),
        value=round(solver.objective_value),
        bound=round(solver.best_objective_bound),
        proven=status == sat.OPTIMAL,
        gave_way=frozenset(fact for fact, held in model.holds.items() if not solver.boolean_value(held)),
    )


def clash(
    model: Model, facts: Collection[Fact], capabilities: Collection[str], deadline: Deadline
) -> tuple[frozenset[Fact], frozenset[str]] | None:
    """Return those of the facts and of the capabilities that already clash, or None where all can be had together.

    They are not the fewest. Raises OutOfTime where neither was proven.
    """
    sat = cp_sat()
    assumed: dict[int, Fact | str] = {model.holds[fact].index: fact for fact in facts}
    assumed |= {model.covers[one].index: one for one in capabilities}
    model.cp.clear_objective()  # type: ignore[no-untyped-call]
    model.cp.clear_assumptions()
    model.cp.add_assumptions([model.holds[fact] for fact in facts])
    model.cp.add_assumptions([model.covers[one] for one in capabilities])
    solver = _solver(deadline, many=False)  # assumptions are traced by one worker only
    status = solver.solve(model.cp) if deadline.left else sat.UNKNOWN
    if status in {sat.OPTIMAL, sat.FEASIBLE}:
        return None
    if status != sat.INFEASIBLE:
        raise OutOfTime
    guilty = [assumed[index] for index in solver.sufficient_assumptions_for_infeasibility()]
    return (
        frozenset(one for one in guilty if isinstance(one, Fact)),
        frozenset(one for one in guilty if isinstance(one, str)),
    )


def _solver(deadline: Deadline, *, many: bool) -> cp_model.CpSolver:
    solver: cp_model.CpSolver = cp_sat().CpSolver()
    solver.parameters.max_time_in_seconds = deadline.left
    solver.parameters.random_seed = 8
    solver.parameters.num_workers = MANY_WORKERS if many else 1
    solver.parameters.linearization_level = 1 if many else 2
    return solver
