"""The order of rows in a file does not matter; what follows from stretches is counted as anybody would count it."""

import tempfile
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from proxeny.cases.importing.building import history_of
from proxeny.cases.importing.history import Severity, Stretch, runs_of
from proxeny.cases.importing.told import Event, State, Told
from tests.cases.importing.telling import log, read, update

BEGAN = datetime(2026, 3, 2, 1, tzinfo=UTC)
TEAMS = st.sampled_from(["?", "Desk", "Network", "Print"])
STATES = st.sampled_from(["New", "Active", "Awaiting User Info", "Awaiting Vendor", "Resolved", "Closed"])


@given(st.lists(st.tuples(TEAMS, STATES), min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_any_order_of_rows_gives_the_same_history(told: list[tuple[str, str]], chance: object) -> None:
    rows = [
        update("INC1", (BEGAN + timedelta(hours=hour)).strftime("%Y-%m-%d %H:%M"), assignment_group=team,
               incident_state=state, company="LB-01", category=f"Kind {hour}")
        for hour, (team, state) in enumerate(told)
    ]  # fmt: skip
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        [one], _file = read(log(Path(folder) / "a.csv", rows), preset="servicenow")
        [other], _file = read(log(Path(folder) / "b.csv", shuffled), preset="servicenow")
    assert one == other


@given(st.lists(st.sampled_from(["", "A", "B", "C"]), max_size=12))
def test_hand_overs_and_returns_are_those_of_a_naive_count(teams: list[str]) -> None:
    stretches = [
        Stretch(team, str(place), BEGAN + timedelta(hours=place), BEGAN + timedelta(hours=place + 1))
        for place, team in enumerate(teams)
    ]
    known = [team for team in teams if team]
    runs = [team for place, team in enumerate(known) if place == 0 or known[place - 1] != team]
    found = list(runs_of(stretches))
    assert [run.team for run in found] == runs
    told = Told(
        "A-1", 2, "LB-01", opened_at=BEGAN, events=[_event(place, team) for place, team in enumerate(teams)]
    )
    history = history_of(told)
    assert history.handovers == max(0, len(runs) - 1)
    assert history.returns == sum(team in runs[:place] for place, team in enumerate(runs))


@given(st.lists(st.sampled_from([None, *State]), max_size=12))
def test_a_case_is_solved_reopened_and_waited_for_one_after_the_other(states: list[State | None]) -> None:
    events = [Event(BEGAN + timedelta(hours=place), 0, place, state) for place, state in enumerate(states)]
    history = history_of(Told("A-1", 2, "LB-01", opened_at=BEGAN, severity=Severity.LOW, events=events))
    last = next((state for state in reversed(states) if state), State.OPEN)
    assert (history.solved_at is not None) == (last in (State.SOLVED, State.CLOSED))
    assert len(history.solved) - len(history.reopened) in (0, 1)
    ends = [(one.ended, after.began) for one, after in pairwise(history.waits)]
    assert all(ended is not None and ended <= began for ended, began in ends)
    assert (bool(history.waits) and history.waits[-1].ended is None) == (last in (State.WAITING, State.HELD))


def _event(place: int, team: str) -> Event:
    return Event(BEGAN + timedelta(hours=place), 0, place, team=team)
