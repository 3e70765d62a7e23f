"""Options that do not take everything at once: one line of business first, and the least that helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from proxeny.analytics.options.front import Point, neat
from proxeny.analytics.options.model import Model
from proxeny.analytics.options.problem import AXES, Choice, Figures, Line, Problem
from proxeny.analytics.options.reckoning import covered, figures_of, new_modules
from proxeny.analytics.options.solving import Deadline, Infeasible, OutOfTime, least
from proxeny.analytics.options.ties import ties_of

SMALL_STEP = 2
"""The least that helps takes at most one part in so many of the least money and of the fewest days of everything."""


@dataclass(frozen=True)
class Phase:
    """What is adopted together: the needed capabilities that it brings, the choice when it is done, what it takes by itself.

    `problem` is how things stood when it begins.
    """

    problem: Problem
    capabilities: frozenset[str]
    point: Point
    line: Line | None = None

    @property
    def new(self) -> tuple[str, ...]:
        """The modules that it adds."""
        return tuple(sorted(self.point.choice.modules - self.problem.account.in_place))

    @property
    def given_up(self) -> tuple[str, ...]:
        """The modules in place that it ends."""
        return tuple(sorted(self.problem.account.in_place - self.point.choice.modules))


def phase_of(problem: Problem, point: Point, line: Line | None = None) -> Phase:
    """Return a point as a phase."""
    return Phase(problem, covered(problem, ties_of(problem), point.choice), point, line)


def after(problem: Problem, choice: Choice) -> Problem:
    """Return how things stand when a choice is in use: it is in place and stays; limits are no longer said.

    What comes later has its own date and its own budget.
    """
    account, ties = problem.account, ties_of(problem)
    added = frozenset(one.id for one in new_modules(problem, ties, choice))
    editions = {**account.editions, **dict(choice.upgrades)}
    upgraded = {product for product, _ in choice.upgrades}
    done = replace(
        account,
        editions=editions,
        upgrades=tuple(one for one in account.upgrades if one.product not in upgraded),
        in_place=choice.modules,
        stay=(account.stay & choice.modules) | added,
        never=account.never | (account.in_place - choice.modules),
        budget=None,
        days=None,
        people_days=None,
    )
    rest = {one.id for one in problem.needed} - covered(problem, ties, choice)
    return replace(problem.for_capabilities(rest), account=done)


def balanced(problem: Problem, scale: Figures, deadline: Deadline) -> Point | None:
    """Return the choice that covers what is needed with the least sum of days, cost and risk, or None where none does.

    Nothing beats it. `scale` says how much of each counts as one. Raises OutOfTime where that was not proven.
    """
    ties = ties_of(problem)
    model = Model(problem, ties).hold().cover()
    try:
        solved = least(model, model.balanced(scale), deadline)
    except Infeasible:
        return None
    if not solved.proven:
        raise OutOfTime
    return neat(problem, ties, Point(solved.choice, figures_of(problem, ties, solved.choice)), deadline)


def one_line_first(problem: Problem, scale: Figures, deadline: Deadline) -> tuple[Phase, ...]:
    """Return a first phase for one line of business alone, and one for the rest where there is a way; nothing for no line.

    Of several lines, that which gives most of the needed weight for what its phase takes; one whose rest can follow goes
    before one whose rest cannot.
    """
    best: tuple[tuple[bool, float], tuple[Phase, ...]] | None = None
    for line in problem.lines:
        wanted = frozenset(one.id for one in problem.needed if line.id in one.lines)
        if not wanted or len(wanted) == len(problem.needed):
            continue
        try:
            phases = _line_first(problem, line, wanted, scale, deadline)
        except OutOfTime:
            break
        if phases:
            value = line.weight * problem.weight(wanted) / _effort(phases[0].point.figures, scale)
            rank = (len(phases) > 1, value)
            best = max(best, (rank, phases), key=lambda one: one[0]) if best else (rank, phases)
    return best[1] if best else ()


def _line_first(
    problem: Problem, line: Line, wanted: frozenset[str], scale: Figures, deadline: Deadline
) -> tuple[Phase, ...]:
    point = balanced(problem.for_capabilities(wanted), scale, deadline)
    if point is None or point.choice.modules <= problem.account.in_place:
        return ()
    first = Phase(problem, covered(problem, ties_of(problem), point.choice), point, line)
    later = after(problem, point.choice)
    if not later.needed:
        return ()
    second = balanced(later, scale, deadline)
    return (first, phase_of(later, second)) if second else (first,)


def _effort(figures: Figures, scale: Figures) -> float:
    shares = (mine / max(1, size) for mine, size in zip(figures.axes, scale.axes, strict=True))
    return max(1e-9, sum(shares))


def least_that_helps(
    problem: Problem, whole: Iterable[Point], scale: Figures, deadline: Deadline
) -> Phase | None:
    """Return what covers most of the needed weight within tight limits, and takes least for it; None if nothing helps.

    Where everything can be had (`whole`), the limits are half the money of its cheapest and half the days of its quickest
    way; where not, they are the customer's own.
    """
    tight, ties = _tight(problem, tuple(whole)), ties_of(problem)
    model = Model(tight, ties_of(tight)).hold()
    try:
        most = least(model, model.missing(), deadline)
        model.cp.add(model.missing() <= most.value)
        best = least(model, model.balanced(scale), deadline) if most.proven else most
    except (Infeasible, OutOfTime):
        return None
    got = covered(problem, ties, best.choice)
    if not best.proven or len(got) == len(problem.needed):
        return None
    limited = tight.for_capabilities(got)
    point = Point(best.choice, figures_of(problem, ties, best.choice))
    phase = phase_of(problem, neat(limited, ties_of(limited), point, deadline))
    return phase if phase.new else None


def _tight(problem: Problem, whole: tuple[Point, ...]) -> Problem:
    if not whole:
        return problem
    days, cost, _ = (min(one.figures.axes[axis] for one in whole) // SMALL_STEP for axis in range(len(AXES)))
    return replace(problem, account=replace(problem.account, days=days, budget=cost))


def equalled(problem: Problem, figures: Figures, deadline: Deadline) -> bool:
    """Tell whether everything at once can be had for no more than `figures` in days, cost and risk alike."""
    ties = ties_of(problem)
    model = Model(problem, ties).hold().cover()
    for axis, value in zip(AXES, model.in_units(figures), strict=True):
        model.at_most(axis, value)
    try:
        least(model, 0, deadline)
    except Infeasible:
        return False
    return True
