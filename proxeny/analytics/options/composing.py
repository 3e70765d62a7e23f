"""Composing options for a goal: a few real ones, or why there is none and what would have to change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from proxeny.analytics.options.choosing import best_on, representatives
from proxeny.analytics.options.facts import Kind as FactKind
from proxeny.analytics.options.facts import limits_of
from proxeny.analytics.options.front import Front, Point, beats, front_of, neat
from proxeny.analytics.options.lazily import cp_sat
from proxeny.analytics.options.phases import Phase, equalled, least_that_helps, one_line_first, phase_of
from proxeny.analytics.options.problem import AXES, Figures, Problem
from proxeny.analytics.options.reasons import Reason, reasons_of
from proxeny.analytics.options.reckoning import broken, measured
from proxeny.analytics.options.relaxing import Relaxation, relaxations_of
from proxeny.analytics.options.solving import Deadline, Infeasible, OutOfTime
from proxeny.analytics.options.ties import Ties, ties_of

SECONDS, MOST = 10.0, 4
FRONT_SHARE, REASONS_SHARE = 0.6, 0.5
CRITERIA = ("first_days", "first_cost", "first_risk", *AXES, "left_out", "phases")


class Way(StrEnum):
    """How an option goes about it."""

    WHOLE = "whole"
    PHASED = "phased"
    LEAST = "least"


@dataclass(frozen=True)
class Option:
    """One way to go: its phases, one after the other, what it leaves out, and what speaks for it.

    `best_on` are the axes on which nothing that covers everything is better. `better_than` says for each of the options
    beside it, by its place among them, on which of `CRITERIA` this one is better: none is empty. `beyond` says by how
    much all phases together go over limits of the customer's; the first never does.
    """

    way: Way
    phases: tuple[Phase, ...]
    left_out: tuple[str, ...]
    best_on: tuple[str, ...] = ()
    better_than: tuple[tuple[int, tuple[str, ...]], ...] = ()
    beyond: tuple[tuple[FactKind, int], ...] = ()

    @property
    def figures(self) -> Figures:
        """What all phases take together."""
        return sum((one.point.figures for one in self.phases), Figures())

    @property
    def criteria(self) -> tuple[int, ...]:
        """What options are compared by, less being better (`CRITERIA`).

        Until something is in use, all of it, the weight that is missing, and how often people must set out.
        """
        first = self.phases[0]
        missing = first.problem.weight(self.left_out)
        return (*first.point.figures.axes, *self.figures.axes, missing, len(self.phases))


@dataclass(frozen=True)
class Composition:
    """What was composed.

    `options` reach everything that is needed within all limits, or are steps on the way to it; they are empty where nothing
    reaches it. Then `reasons` say why, `relaxations` what would change it, and `instead` what can be had meanwhile.
    `front` is how many ways there are of which none beats another, `is_complete` whether it is proven that these are all;
    `is_undecided`: time ran out before anything was found or proven. `seconds` is what it took, `first_after` until
    the first option or reason was there.
    """

    problem: Problem
    options: tuple[Option, ...] = ()
    instead: tuple[Option, ...] = ()
    reasons: tuple[Reason, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    front: int = 0
    is_complete: bool = True
    is_undecided: bool = False
    seconds: float = 0.0
    first_after: float = field(default=0.0)


def compose(problem: Problem, *, seconds: float = SECONDS, most: int = MOST) -> Composition:
    """Compose at most `most` options for a problem in at most about so many seconds, or say why there is none."""
    cp_sat()  # the first time it is fetched it would take a good part of the time for looking
    deadline, ties = Deadline(seconds), ties_of(problem)
    try:
        front = front_of(problem, ties, deadline.part(FRONT_SHARE))
    except Infeasible:
        return _none(problem, ties, deadline)
    except OutOfTime:
        return Composition(problem, is_complete=False, is_undecided=True, seconds=deadline.took)
    options = _options(problem, ties, front, most, deadline)
    return Composition(
        problem,
        options=options,
        front=len(front.points),
        is_complete=front.complete,
        seconds=deadline.took,
        first_after=front.first_after,
    )


def _options(problem: Problem, ties: Ties, front: Front, most: int, deadline: Deadline) -> tuple[Option, ...]:
    """Steps on the way, one phased and one small, then as many that take everything at once as there is room for."""
    scale = representatives(front.points, 1)[0].figures
    steps = _steps(problem, front.points, scale, deadline.part(REASONS_SHARE))
    whole = [
        Option(
            Way.WHOLE,
            (phase_of(problem, neat(problem, ties, point, deadline)),),
            (),
            best_on(point, front.points),
        )
        for point in representatives(front.points, max(1, most - len(steps)))
    ]
    return _compared([*whole, *steps][:most])


def _steps(problem: Problem, whole: Sequence[Point], scale: Figures, deadline: Deadline) -> list[Option]:
    found = []
    phases = one_line_first(problem, scale, deadline.part(REASONS_SHARE))
    if phases and not _is_pointless(problem, phases[0], whole, deadline):
        missing = _missing(problem, *phases)
        found.append(Option(Way.PHASED, phases, missing, beyond=_beyond(problem, phases)))
    small = least_that_helps(problem, whole, scale, deadline)
    if small:
        found.append(Option(Way.LEAST, (small,), _missing(problem, small)))
    return found


def _is_pointless(problem: Problem, first: Phase, whole: Sequence[Point], deadline: Deadline) -> bool:
    """A first phase is pointless where everything at once takes no more than it."""
    try:
        return bool(whole) and equalled(problem, first.point.figures, deadline)
    except OutOfTime:
        return True


def _missing(problem: Problem, *phases: Phase) -> tuple[str, ...]:
    got = frozenset[str]().union(*(one.capabilities for one in phases))
    return tuple(one.id for one in problem.needed if one.id not in got)


def _beyond(problem: Problem, phases: Iterable[Phase]) -> tuple[tuple[FactKind, int], ...]:
    total = sum((one.point.figures for one in phases), Figures())
    over = ((kind, measured(total, kind) - limit) for kind, limit in limits_of(problem).items())
    return tuple((kind, more) for kind, more in over if more > 0)


def _compared(options: Iterable[Option]) -> tuple[Option, ...]:
    """Leave out what another option beats or equals, and say of each in what it is better than the others."""
    every = list(options)
    # Plain arithmetic has the last word on what the solver chose.
    for phase in (phase for one in every for phase in one.phases):
        against = broken(phase.problem, ties_of(phase.problem), phase.point.choice)
        assert not against, against
    kept: list[Option] = []
    for one in every:
        beaten = any(beats(other.criteria, one.criteria) for other in every)
        if not beaten and one.criteria not in {other.criteria for other in kept}:
            kept.append(one)
    return tuple(replace(one, better_than=_better(one, kept)) for one in kept)


def _better(one: Option, every: Sequence[Option]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple(
        (
            place,
            tuple(
                name
                for name, mine, theirs in zip(CRITERIA, one.criteria, other.criteria, strict=True)
                if mine < theirs
            ),
        )
        for place, other in enumerate(every)
        if other is not one
    )


def _none(problem: Problem, ties: Ties, deadline: Deadline) -> Composition:
    """Say why nothing reaches what is needed, what would have to change, and what can be had as it is."""
    new = [one for one in problem.modules if one.id not in problem.account.in_place]
    scale = Figures(
        max(1, sum(one.days for one in new)),
        max(1, sum(one.cost for one in new)),
        max(1, sum(one.risk_units for one in new)),
    )
    try:
        reasons = reasons_of(problem, ties, deadline.part(REASONS_SHARE))
    except OutOfTime:
        reasons = ()
    first_after = deadline.took
    relaxations = relaxations_of(problem, ties, scale, deadline.part(REASONS_SHARE))
    return Composition(
        problem,
        instead=_compared(_steps(problem, (), scale, deadline)),
        reasons=reasons,
        relaxations=relaxations,
        seconds=deadline.took,
        first_after=first_after,
    )
