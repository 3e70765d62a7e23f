"""Hand-overs of many matters at once: the same as one after the other, whatever the log."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.handovers import UNKNOWN, Counts, handovers, numbered
from proxeny.dispatch.routing import passed_round

EVENTS = st.lists(st.tuples(st.integers(-3, 6), st.integers(0, 20), st.integers(UNKNOWN, 4)), max_size=120)


def derived(events: list[tuple[int, int, int]]) -> dict[int, Counts]:
    columns = np.array(events, dtype=np.int64).reshape(-1, 3).T
    return dict(handovers(*columns).by_matter())


def one_by_one(events: list[tuple[int, int, int]]) -> dict[int, Counts]:
    found = {}
    for matter in {matter for matter, _time, _team in events}:
        own = sorted((event for event in events if event[0] == matter), key=lambda event: event[1])
        found[matter] = Counts(*passed_round([team for _matter, _time, team in own if team != UNKNOWN])[:5])
    return found


@given(EVENTS)
def test_a_log_gives_what_its_matters_give_one_by_one(events: list[tuple[int, int, int]]) -> None:
    assert derived(events) == one_by_one(events)


@given(EVENTS)
def test_a_log_in_order_gives_the_same_as_the_log_as_it_came(events: list[tuple[int, int, int]]) -> None:
    assert derived(sorted(events, key=lambda event: event[:2])) == derived(events)


def test_round_three_teams_and_back_is_one_loop() -> None:
    assert derived([(7, at, team) for at, team in enumerate([1, 1, 2, 3, 1])]) == {7: Counts(4, 3, 1, 0, 1)}


def test_there_and_back_is_a_bounce_and_an_unknown_team_between_is_none() -> None:
    events = [(7, at, team) for at, team in enumerate([1, UNKNOWN, 1, 2, UNKNOWN, 1])]
    assert derived(events) == {7: Counts(3, 2, 1, 1, 0)}


def test_a_matter_whose_teams_nobody_knows_counts_nothing() -> None:
    assert derived([(7, 0, UNKNOWN)]) == {7: Counts(0, 0, 0, 0, 0)}


def test_no_events_are_no_matters() -> None:
    empty = np.array([], dtype=np.int64)
    assert handovers(empty, empty, empty).totals() == Counts(0, 0, 0, 0, 0)


def test_events_have_all_three_or_are_refused() -> None:
    one, two = np.array([1]), np.array([1, 2])
    with pytest.raises(ValueError, match="one length"):
        handovers(one, two, one)


def test_names_get_numbers_and_no_name_none() -> None:
    assert numbered(["a", "", "b", None, "a"]).tolist() == [0, UNKNOWN, 1, UNKNOWN, 0]
