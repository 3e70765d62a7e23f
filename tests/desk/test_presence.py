from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.desk import being_there
from proxeny.desk.being_there import Somebody, State, gone, here, others, sweep_presence, version
from proxeny.desk.models import Presence
from tests.cast import TODAY, Cast

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
HERE = Reference("account", "12")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time, to be set as the first of the list."""
    moment = [NOON]
    monkeypatch.setattr(clock, "machine_now", lambda: moment[0])
    return moment


def seen_by(vendor: Cast, username: str) -> list[tuple[str, str]]:
    return [(one.name, one.state.value) for one in others(vendor.actor(username), HERE)]


def test_two_people_see_each_other_and_not_themselves(vendor: Cast) -> None:
    here(vendor.actor("zhou"), HERE)
    here(vendor.actor("he"), HERE, State.EDITING)
    assert seen_by(vendor, "zhou") == [("何苗", "editing")]
    assert seen_by(vendor, "he") == [("周雨", "seen")]


def test_who_is_somewhere_else_is_not_here(vendor: Cast) -> None:
    here(vendor.actor("zhou"), Reference("account", "13"))
    assert seen_by(vendor, "he") == []


def test_several_windows_of_one_person_count_once(vendor: Cast) -> None:
    for state in (State.SEEN, State.AWAY, State.EDITING, State.SEEN):
        here(vendor.actor("zhou"), HERE, state)
    assert seen_by(vendor, "he") == [("周雨", "seen")]
    assert Presence.objects.count() == 1


@pytest.mark.parametrize(
    ("state", "seconds", "expected"),
    [
        (State.EDITING, 45, "editing"),
        (State.EDITING, 46, "seen"),
        (State.SEEN, 60, "seen"),
        (State.SEEN, 61, "away"),
        (State.EDITING, 61, "away"),
        (State.AWAY, 1, "away"),
        (State.SEEN, 599, "away"),
        (State.SEEN, 600, None),
        (State.AWAY, 600, None),
    ],
)
def test_a_sign_of_life_grows_old(
    vendor: Cast, now: list[datetime], state: State, seconds: int, expected: str | None
) -> None:
    here(vendor.actor("zhou"), HERE, state)
    now[0] += timedelta(seconds=seconds)
    assert seen_by(vendor, "he") == ([("周雨", expected)] if expected else [])


def test_who_writes_stands_first_and_who_is_away_last(vendor: Cast) -> None:
    here(vendor.actor("tang"), HERE, State.AWAY)
    here(vendor.actor("zhou"), HERE, State.SEEN)
    here(vendor.actor("pan"), HERE, State.EDITING)
    assert [state for _, state in seen_by(vendor, "he")] == ["editing", "seen", "away"]


def test_who_has_gone_is_gone_at_once_and_going_twice_does_no_harm(vendor: Cast) -> None:
    here(vendor.actor("zhou"), HERE)
    for _ in range(2):
        gone(vendor.actor("zhou"), HERE)
    assert seen_by(vendor, "he") == []


def test_who_has_left_the_company_is_not_there(vendor: Cast) -> None:
    here(vendor.actor("zhou"), HERE)
    vendor["zhou"].is_active = False
    vendor["zhou"].save()
    assert seen_by(vendor, "he") == []


def test_the_program_is_nowhere(vendor: Cast) -> None:
    with pytest.raises(ValueError, match="colleague"):
        here(Actor.system("sweep"), HERE)
    gone(Actor.system("sweep"), HERE)
    here(vendor.actor("zhou"), HERE)
    assert len(others(Actor.system("sweep"), HERE)) == 1


def test_who_looks_at_another_day_is_there_all_the_same(vendor: Cast) -> None:
    with clock.on(TODAY - timedelta(days=300)):
        here(vendor.actor("zhou"), HERE)
    assert seen_by(vendor, "he") == [("周雨", "seen")]


def test_a_sign_of_life_costs_one_query_and_so_does_asking(
    vendor: Cast, django_assert_num_queries: object
) -> None:
    zhou = vendor.actor("zhou")
    for _ in range(2):
        with django_assert_num_queries(1):  # type: ignore[operator]
            here(zhou, HERE)
    with django_assert_num_queries(1):  # type: ignore[operator]
        others(zhou, HERE)


def test_old_signs_are_swept_away_and_fresh_ones_stay(vendor: Cast, now: list[datetime]) -> None:
    here(vendor.actor("zhou"), HERE)
    now[0] += timedelta(minutes=50)
    here(vendor.actor("he"), HERE)
    now[0] += timedelta(minutes=11)
    assert sweep_presence.call() == 1
    assert Presence.objects.get().staff == vendor["he"]


PEOPLE = st.lists(
    st.builds(Somebody, st.integers(1, 5), st.sampled_from("甲乙丙"), st.sampled_from(State)), max_size=4
)


@given(PEOPLE, PEOPLE)
def test_the_version_changes_exactly_when_what_is_shown_does(
    one: list[Somebody], other: list[Somebody]
) -> None:
    assert (version(one) == version(other)) == (one == other)
    assert len(being_there.version(one)) == 12
