"""What must hold of any problem, whatever is in it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.options.front import front_of
from proxeny.analytics.options.problem import Figures, Problem
from proxeny.analytics.options.reckoning import broken, covered, figures_of
from proxeny.analytics.options.solving import Deadline, Infeasible
from proxeny.analytics.options.ties import ties_of
from tests.analytics.options.comparing import without
from tests.analytics.options.worlds import small_world

Triple = tuple[int, int, int]
worlds = st.integers(0, 10**9).map(lambda seed: small_world(seed, most_modules=6))


def front(problem: Problem) -> set[Triple]:
    try:
        found = front_of(problem, ties_of(problem), Deadline(60))
    except Infeasible:
        return set()
    assert found.complete
    return {one.figures.axes for one in found.points}


def as_good(found: set[Triple], other: set[Triple]) -> bool:
    """Each of `other` is equalled or beaten by one of `found`."""
    return all(any(all(a <= b for a, b in zip(one, that, strict=True)) for one in found) for that in other)


@settings(max_examples=15, deadline=None)
@given(worlds, st.integers(0, 40), st.integers(0, 120))
def test_another_limit_never_adds_a_way(problem: Problem, days: int, budget: int) -> None:
    account = problem.account
    tighter = replace(
        account,
        days=min(days, days if account.days is None else account.days),
        budget=min(budget, budget if account.budget is None else account.budget),
    )
    assert as_good(front(problem), front(replace(problem, account=tighter)))


@settings(max_examples=15, deadline=None)
@given(worlds, st.integers(0, 5))
def test_taking_a_new_module_away_never_makes_anything_better(problem: Problem, place: int) -> None:
    module = problem.modules[place % len(problem.modules)].id
    touched = {one.id for one in problem.modules} - {one.id for one in without(problem, module).modules}
    if not touched & problem.account.in_place:
        assert as_good(front(problem), front(without(problem, module)))


@settings(max_examples=15, deadline=None)
@given(worlds, st.integers(0, 4))
def test_needing_less_never_takes_more(problem: Problem, place: int) -> None:
    wanted = [one.id for one in problem.needed]
    fewer = problem.for_capabilities(one for one in wanted if one != wanted[place % len(wanted)])
    assert as_good(front(fewer), front(problem))


@settings(max_examples=15, deadline=None)
@given(worlds)
def test_every_point_can_be_had_and_covers_everything(problem: Problem) -> None:
    ties = ties_of(problem)
    try:
        found = front_of(problem, ties, Deadline(60))
    except Infeasible:
        return
    for point in found.points:
        assert not broken(problem, ties, point.choice)
        assert covered(problem, ties, point.choice) == {one.id for one in problem.needed}
        assert figures_of(problem, ties, point.choice) == point.figures


@given(st.lists(st.floats(0, 0.9), max_size=8))
def test_risks_add_up_to_the_chance_that_something_goes_wrong(risks: list[float]) -> None:
    nothing_wrong, units = 1.0, 0
    for one in risks:
        nothing_wrong *= 1 - one
        units += replace(small_world(1).modules[0], risk=one).risk_units
    assert abs(Figures(risk=units).chance_of_trouble - (1 - nothing_wrong)) < 1e-3
