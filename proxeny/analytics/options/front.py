"""All choices that cover what is needed and that no other beats in days, cost and risk alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from proxeny.analytics.options.model import Model
from proxeny.analytics.options.problem import AXES, Choice, Figures, Problem
from proxeny.analytics.options.reckoning import figures_of
from proxeny.analytics.options.solving import Deadline, Infeasible, OutOfTime, Solved, least
from proxeny.analytics.options.ties import Ties

FIRST_AXES = ("cost", "days", "risk")


@dataclass(frozen=True)
class Point:
    """A choice with its figures; `gaps` say for an axis how much less there may be at most (0.06: 6 %), if not proven."""

    choice: Choice
    figures: Figures
    gaps: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Front:
    """The points found, cheapest first; `complete` where it is proven that there is no other.

    `first_after` is how many seconds the first took.
    """

    points: tuple[Point, ...]
    complete: bool
    first_after: float


def front_of(problem: Problem, ties: Ties, deadline: Deadline) -> Front:
    """Return the choices that are not dominated. Raises Infeasible where nothing will do, OutOfTime where nothing was found."""
    found: dict[tuple[int, int, int], Point] = {}
    first_after = 0.0
    for axis in FIRST_AXES:
        try:
            point = _extreme(problem, ties, axis, found.values(), deadline)
        except OutOfTime:
            if not found:
                raise
            break
        first_after = first_after or deadline.took
        found.setdefault(point.figures.axes, point)
    proven = [one for one in found.values() if not one.gaps]
    complete = len(proven) == len(found) and _enumerate(problem, ties, found, deadline)
    return Front(_not_dominated(found.values()), complete, first_after)


def neat(problem: Problem, ties: Ties, point: Point, deadline: Deadline) -> Point:
    """Return a choice with the same figures that gives up least of what is in place, and adopts no more than it must."""
    model = Model(problem, ties).hold().cover()
    for axis, value in zip(AXES, model.in_units(point.figures), strict=True):
        model.at_most(axis, value)
    try:
        choice = least(model, model.neat(), deadline).choice
    except OutOfTime:
        return point
    return Point(choice, figures_of(problem, ties, choice), point.gaps)


def spread(points: Iterable[Point]) -> Figures:
    """Return how far apart the points lie on each axis; where they do not, how large they are there, 1 at least."""
    columns = list(zip(*(one.figures.axes for one in points), strict=True))
    return Figures(*((max(column) - min(column)) or max(1, *column) for column in columns))


def _extreme(problem: Problem, ties: Ties, axis: str, known: Iterable[Point], deadline: Deadline) -> Point:
    """The least on one axis and, of those, one that is not beaten on the others."""
    model = Model(problem, ties).hold().cover()
    first = least(model, model.axes[axis], deadline)
    best = first
    if first.proven:
        model.at_most(axis, first.value)
        points = [*known, Point(first.choice, figures_of(problem, ties, first.choice))]
        try:
            best = least(model, model.balanced(spread(points)), deadline)
        except OutOfTime:
            best = Solved(first.choice, first.value, first.bound, proven=False)
    gaps = {} if best.proven else {axis: _gap(first)}
    return Point(best.choice, figures_of(problem, ties, best.choice), gaps)


def _gap(solved: Solved) -> float:
    return max(0.0, solved.value - solved.bound) / max(1, solved.value)


def _enumerate(
    problem: Problem, ties: Ties, found: dict[tuple[int, int, int], Point], deadline: Deadline
) -> bool:
    """Add every other point, and tell whether it is proven that none is missing.

    Each is the least of a positive sum over what no known point equals or beats; so none at all beats it: whatever did
    would have a smaller sum itself, and would be shut out only by a known point that beats them both.
    """
    model = Model(problem, ties).hold().cover()
    scale = spread(found.values())
    for point in found.values():
        _shut_out(model, point.figures)
    while True:
        try:
            solved = least(model, model.balanced(scale), deadline)
        except Infeasible:
            return True
        except OutOfTime:
            return False
        if not solved.proven:
            return False
        point = Point(solved.choice, figures_of(problem, ties, solved.choice))
        found[point.figures.axes] = point
        _shut_out(model, point.figures)


def _shut_out(model: Model, figures: Figures) -> None:
    """Ask to be better than `figures` on one axis."""
    better = []
    for axis, value in zip(AXES, model.in_units(figures), strict=True):
        one = model.cp.new_bool_var("")
        model.cp.add(model.axes[axis] <= value - 1).only_enforce_if(one)
        better.append(one)
    model.cp.add_bool_or(better)


def _not_dominated(points: Iterable[Point]) -> tuple[Point, ...]:
    """Those that none of the others beats; where an extreme was not proven another may beat it."""
    every = list(points)
    kept = [one for one in every if not any(beats(other.figures.axes, one.figures.axes) for other in every)]
    return tuple(sorted(kept, key=lambda one: (one.figures.cost, one.figures.axes)))


def beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Tell whether `one` is nowhere more than `other`, and less somewhere."""
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
