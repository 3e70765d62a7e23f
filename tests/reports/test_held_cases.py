"""How cases were in the hands of teams, imported ones among them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.handovers import handovers, numbered
from proxeny.cases.models import Assignment, Case
from proxeny.reports.team.held import Held, _runs, held
from tests.dispatch.ordered import Works

MORNING = datetime(2026, 11, 9, 1, tzinfo=UTC)


def went(case: Case, names: Sequence[str], hours: float = 2) -> None:
    """The case goes from hand to hand, each time after so many hours; it is still with the last."""
    Assignment.objects.filter(case=case).delete()
    for place, name in enumerate(names):
        began = MORNING + timedelta(hours=hours * place)
        ended = began + timedelta(hours=hours) if place + 1 < len(names) else None
        Assignment.objects.create(
            case=case, team_name=name, began_at=began, ended_at=ended, by="system:import"
        )


def of(name: str) -> Held:
    return held(name, None, MORNING + timedelta(days=3))


def test_a_loop_a_bounce_and_what_follows_itself_are_told_apart(at: Works) -> None:
    went(at.case, ["A", "A", "B", "A", "B", "C", "A"])
    found = of("A")
    assert (found.cases, found.runs, found.came_back, found.bounces, found.loops) == (1, 3, 2, 1, 1)
    assert (of("C").runs, of("C").came_back) == (1, 0)
    assert of("D").cases == 0


def test_the_length_of_a_run_counts_what_still_lies_there_as_at_least_so_long(at: Works) -> None:
    went(at.case, ["A", "A", "B"])
    assert (of("A").hours.value, of("A").hours.over) == (4, 1)
    assert (of("B").hours.value, of("B").hours.count, of("B").hours.over) == (None, 1, 0)


@pytest.mark.parametrize("names", [["A"], ["A", ""], ["", "A", "", "A"]])
def test_a_time_without_a_team_says_nothing(at: Works, names: list[str]) -> None:
    went(at.case, names)
    assert (of("A").runs, of("A").came_back) == (1, 0)


@given(st.lists(st.sampled_from(["A", "B", "C", "D", ""]), min_size=1, max_size=14))
def test_runs_and_returns_are_those_of_the_derivation_at_size(names: list[str]) -> None:
    rows = [(1, None, name, MORNING + timedelta(hours=place), None) for place, name in enumerate(names)]
    runs = [run.team for run in _runs(rows, "A", None)]
    ours = handovers(np.ones(len(names), dtype=np.int64), np.arange(len(names)), numbered(names)).totals()
    assert len(runs) == ours.runs
    assert len(runs) - len(set(runs)) == ours.returns


def test_a_team_is_known_by_its_row_and_by_its_name(at: Works) -> None:
    went(at.case, ["存储组", "B"])
    Assignment.objects.filter(case=at.case, team_name="B").update(team=at.storage, team_name="存储组（旧名）")
    assert held("存储组", at.storage, MORNING).runs == 1
