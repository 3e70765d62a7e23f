"""Options in cases that a reader can follow."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from proxeny.analytics.options import Way, compose, front
from proxeny.analytics.options.model import Model
from proxeny.analytics.options.problem import Account, Line, Module, Needed, Pace, Problem, Upgrade
from proxeny.analytics.options.solving import Deadline, Solved, least

composed = partial(compose, seconds=60)


def module(name: str, *provides: str, needs: tuple[str, ...] = (), **more: object) -> Module:
    choices = tuple(frozenset(one.split("|")) for one in needs)
    return replace(Module(name, name, provides=frozenset(provides), needs=choices, days=1), **more)  # type: ignore[arg-type]


def problem(*modules: Module, needed: str = "a", account: Account | None = None, **more: object) -> Problem:
    wanted = tuple(Needed(one, one) for one in needed)
    return replace(Problem(wanted, modules, account or Account(), currency="CNY"), **more)  # type: ignore[arg-type]


def test_modules_that_need_each_other_in_a_round_cannot_be_the_first() -> None:
    round_trip = problem(module("x", "a", needs=("y",)), module("y", needs=("x|z",)))
    (reason,) = composed(
        replace(round_trip, modules=(round_trip.modules[0], module("y", needs=("x",))))
    ).reasons
    assert (reason.facts, reason.capabilities, reason.providers) == ((), ("a",), ("x",))
    (option,) = composed(replace(round_trip, modules=(*round_trip.modules, module("z")))).options
    assert option.phases[0].new == ("x", "y", "z")


def test_side_by_side_the_longest_way_counts_and_an_upgrade_goes_before() -> None:
    pair = problem(
        module("x", "a", needs=("z",), days=5, product="P", editions=frozenset({"full"})),
        module("y", "b", days=9),
        module("z", days=2),
        needed="ab",
        account=Account(upgrades=(Upgrade("P", "full", days=3),)),
    )
    assert composed(replace(pair, pace=Pace.SIDE_BY_SIDE)).options[0].figures.days == 9
    assert composed(pair).options[0].figures.days == 19


def test_what_is_in_place_is_given_up_only_where_it_must_be() -> None:
    account = Account(in_place=frozenset({"old", "other"}))
    old, other, new = module("old"), module("other"), module("new", "a", excludes=frozenset({"old"}))
    (option,) = composed(problem(old, other, new, account=account)).options
    assert option.phases[0].given_up == ("old",)
    found = composed(problem(old, other, new, account=replace(account, stay=frozenset({"old"}))))
    assert {one.kind for one in found.reasons[0].facts} == {"stay", "exclusion"}
    assert [one.fact.kind for one in found.relaxations[0].changes] == ["stay"]


def test_a_budget_is_told_by_the_cheapest_and_not_by_everything_needed() -> None:
    letters = "abcdefghijklmnopqrst"
    found = composed(
        problem(
            *(module(f"m{one}", one, cost=10) for one in letters), needed=letters, account=Account(budget=195)
        )
    )
    (reason,) = found.reasons
    assert reason.is_all
    assert reason.least == {"budget": 200}
    assert [(one.fact.kind, one.to) for one in found.relaxations[0].changes] == [("budget", 200)]
    assert len(found.relaxations[-1].left_out) == 1


def test_one_line_first_says_by_how_much_all_of_it_goes_beyond_today() -> None:
    needed = (Needed("a", "a", 1, frozenset({"north"})), Needed("b", "b", 1, frozenset({"south"})))
    two = problem(module("x", "a", days=4), module("y", "b", days=6), account=Account(days=8))
    found = composed(replace(two, needed=needed, lines=(Line("north", "North"), Line("south", "South"))))
    assert not found.options
    phased = next(one for one in found.instead if one.way is Way.PHASED)
    assert phased.phases[0].line == Line("north", "North")
    assert [one.new for one in phased.phases] == [("x",), ("y",)]
    assert phased.beyond == (("date", 2),)


def test_only_one_edition_of_a_product_is_had() -> None:
    parts = (
        module("x", "a", product="P", editions=frozenset({"small"})),
        module("y", "b", product="P", editions=frozenset({"large"})),
    )
    account = Account(editions={"P": "small"}, upgrades=(Upgrade("P", "large", 5),))
    found = composed(problem(*parts, needed="ab", account=account))
    assert [one.kind for one in found.reasons[0].facts] == ["one_edition"]
    assert found.reasons[0].capabilities == ("a", "b")
    assert [one.changes for one in found.relaxations] == [()]


def test_what_is_not_proven_is_said_with_how_much_less_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def unproven(model: Model, objective: Any, deadline: Deadline) -> Solved:
        solved = least(model, objective, deadline)
        return replace(solved, bound=solved.value - 6, proven=False)

    monkeypatch.setattr(front, "least", unproven)
    found = composed(problem(module("x", "a", cost=100), module("y", cost=1)))
    assert not found.is_complete
    assert found.options[0].phases[0].point.gaps == {"cost": 0.06}


def test_no_time_leaves_it_undecided_and_says_nothing_untrue() -> None:
    found = compose(problem(module("x", "a")), seconds=0)
    assert found.is_undecided
    assert not found.is_complete
    assert not any((found.options, found.instead, found.reasons, found.relaxations))
