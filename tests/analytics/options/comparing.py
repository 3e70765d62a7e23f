"""What must be true of a composition, held against trying everything."""

from collections.abc import Iterable
from dataclasses import replace

from proxeny.analytics.options import Composition, Option, Reason, Relaxation, Way
from proxeny.analytics.options import Fact as Found
from proxeny.analytics.options.composing import CRITERIA
from proxeny.analytics.options.facts import LIMITS as LIMITING
from proxeny.analytics.options.phases import SMALL_STEP, Phase
from proxeny.analytics.options.problem import Problem
from proxeny.analytics.options.reasons import MOST
from tests.analytics.options.oracle import FIXED, LIMITS, Fact, Oracle, Row


def plain(facts: Iterable[Found]) -> frozenset[Fact]:
    """The facts as the oracle spells them."""
    return frozenset((str(one.kind), one.subject, one.other) for one in facts)


def options_are_real(found: Composition, oracle: Oracle) -> None:
    """Everything at once lies on the front; steps are the best of their kind; none beats another."""
    front = oracle.front()
    assert bool(found.options) == bool(front)
    assert len(found.options) <= 4
    assert found.is_complete
    assert found.front == (len(front) if found.options else 0)
    for option in (*found.options, *found.instead):
        if option.way is Way.WHOLE:
            assert option.figures.axes in front
            assert not option.left_out
        for phase in option.phases:
            phase_is_real(phase)
        for _, better in option.better_than:
            assert better
            assert set(better) <= set(CRITERIA)
        leaves_out_what_it_says(option, found.problem)
        if option.way is Way.PHASED:
            the_line_comes_first(option, found.problem)
        if option.way is Way.LEAST:
            nothing_small_helps_more(option, oracle, whole=bool(found.options))
    if found.options and not any(one.way is Way.LEAST or one.left_out for one in found.options):
        nothing_small_helps(oracle)


def phase_is_real(phase: Phase) -> None:
    """A phase can be had as things stand when it begins, and takes what it says."""
    oracle, choice, figures = Oracle(phase.problem), phase.point.choice, phase.point.figures
    takes = (*figures.axes, figures.people_days)
    rows = [row for row in oracle.within(()) if row.modules == choice.modules and row.takes == takes]
    assert rows
    assert phase.capabilities == rows[0].covers


def leaves_out_what_it_says(option: Option, problem: Problem) -> None:
    """What no phase covers is what is left out."""
    covered = frozenset[str]().union(*(one.capabilities for one in option.phases))
    assert set(option.left_out) == {one.id for one in problem.needed} - covered


def the_line_comes_first(option: Option, problem: Problem) -> None:
    """The first phase covers its line and nothing that does so beats it; nor does what does the rest the second."""
    first = option.phases[0]
    assert first.line
    wanted = {one.id for one in problem.needed if first.line.id in one.lines}
    assert first.point.figures.axes in Oracle(problem.for_capabilities(wanted)).front()
    if len(option.phases) > 1:
        assert option.phases[1].point.figures.axes in Oracle(option.phases[1].problem).front()


def small_steps(oracle: Oracle) -> list[Row]:
    """What takes at most half the days of the quickest and half the money of the cheapest way to everything."""
    front = oracle.front()
    days, cost = (min(one[axis] for one in front) // SMALL_STEP for axis in (0, 1))
    return [row for row in oracle.within(()) if row.takes[0] <= days and row.takes[1] <= cost]


def nothing_small_helps(oracle: Oracle) -> None:
    """No small step covers more than what is in place does, unless everything may be had for nothing."""
    rows = small_steps(oracle)
    least = min(map(oracle.missing, rows))
    idle = [oracle.missing(row) for row in rows if row.modules <= oracle.in_place]
    assert least == 0 or least == min(idle, default=least)


def nothing_small_helps_more(option: Option, oracle: Oracle, *, whole: bool) -> None:
    """No other small step covers more, and none that covers as much beats it."""
    rows = small_steps(oracle) if whole else list(oracle.within(()))
    least = min(map(oracle.missing, rows))
    best = {row.takes[:3] for row in rows if oracle.missing(row) == least}
    mine = option.figures.axes
    assert oracle.problem.weight(option.left_out) == least
    assert mine in best
    assert not any(one != mine and all(a <= b for a, b in zip(one, mine, strict=True)) for one in best)


def reason_is_true_and_minimal(reason: Reason, oracle: Oracle) -> None:
    """The facts clash with the capabilities, and no part of either can be spared."""
    facts, capabilities = plain(reason.facts), reason.capabilities
    assert reason.is_proven
    assert not reason.is_all
    if not facts:
        assert not any(set(capabilities) & row.covers for row in oracle.rows)
        return
    for wanted in [[one] for one in capabilities] if reason.alone else [capabilities]:
        assert not oracle.having(facts, wanted)
    for fact in facts:
        assert oracle.having(facts - {fact}, capabilities)
    if not reason.alone:
        for one in capabilities:
            assert oracle.having(facts, [other for other in capabilities if other != one])
    assert {str(kind) for kind in reason.least} == {kind for kind, _, _ in facts if kind in LIMITS}
    for kind, least in reason.least.items():
        rest = oracle.having(facts - {(str(kind), "", "")}, capabilities)
        assert least == min(row.takes[LIMITS[kind]] for row in rest)


def nothing_else_clashes(reasons: tuple[Reason, ...], oracle: Oracle) -> None:
    """All smallest clashing sets are told, or as many as are told at most."""
    told = {plain(one.facts) for one in reasons if one.facts}
    every = oracle.clashing_sets()
    assert len(told) == len([one for one in reasons if one.facts])
    assert told <= every
    assert len(reasons) == MOST or told == every


def relaxations_are_the_smallest(found: Composition, oracle: Oracle) -> None:
    """They are the first of all smallest sets of changes, and each limit rises no more than it must."""
    reach, smallest = oracle.smallest_changes()
    changing = [one for one in found.relaxations if one.changes]
    assert all(one.is_proven for one in found.relaxations)
    sets = [plain(change.fact for change in one.changes) for one in changing]
    assert [len(one) for one in sets] == [len(one) for one in smallest if one][:4]
    assert len(set(sets)) == len(sets)
    for relaxation, facts in zip(changing, sets, strict=True):
        assert facts in smallest
        assert oracle.problem.weight(relaxation.left_out) == reach
        rises_no_more_than_it_must(relaxation, facts, oracle)
    for one in found.relaxations:
        works(one)
    leaves_out_the_least([one for one in found.relaxations if not one.changes], oracle)


def rises_no_more_than_it_must(relaxation: Relaxation, facts: frozenset[Fact], oracle: Oracle) -> None:
    """Money counts before days, and days before the time of people."""
    rows: list[Row] = [
        row
        for row in oracle.within(facts)
        if oracle.missing(row) <= oracle.problem.weight(relaxation.left_out)
    ]
    for change in sorted(relaxation.changes):
        if change.fact.kind in LIMITING:
            axis = LIMITS[change.fact.kind]
            least = min(row.takes[axis] for row in rows)
            rows = [row for row in rows if row.takes[axis] == least]
            assert change.to == least


def works(relaxation: Relaxation) -> None:
    """After the changes what is not left out can be had, for what is said."""
    oracle, figures = Oracle(relaxation.problem), relaxation.point.figures
    takes = (*figures.axes, figures.people_days)
    assert any(
        row.takes == takes and row.modules == relaxation.point.choice.modules and row.covers >= oracle.wanted
        for row in oracle.within(())
    )


def leaves_out_the_least(unchanged: list[Relaxation], oracle: Oracle) -> None:
    """Where something new can be had as it is, it is the last, and leaves out no more than it must."""
    assert len(unchanged) <= 1
    for one in unchanged:
        assert oracle.problem.weight(one.left_out) == min(map(oracle.missing, oracle.within(())))


def everything_holds(found: Composition, oracle: Oracle) -> None:
    """All of it."""
    assert not found.is_undecided
    options_are_real(found, oracle)
    if found.options:
        assert not any((found.reasons, found.relaxations, found.instead))
        return
    assert found.reasons
    for reason in found.reasons:
        reason_is_true_and_minimal(reason, oracle)
    nothing_else_clashes(found.reasons, oracle)
    relaxations_are_the_smallest(found, oracle)
    assert not any(str(change.fact.kind) in FIXED for one in found.relaxations for change in one.changes)


def without(problem: Problem, module: str) -> Problem:
    """The problem as if there were no such module, nor any that names it."""
    kept = tuple(
        one for one in problem.modules if one.id != module and not any(module in need for need in one.needs)
    )
    names = frozenset(one.id for one in kept)
    account = problem.account
    return replace(
        problem,
        modules=tuple(replace(one, excludes=one.excludes & names) for one in kept),
        account=replace(
            account, in_place=account.in_place & names, stay=account.stay & names, never=account.never & names
        ),
    )
