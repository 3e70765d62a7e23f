from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.cases.sla import Clock, History, Reading, Standing, Targets, Wait, read
from proxeny.core.calendar import Pause, ServiceTime, WorkCalendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE = ServiceTime(WorkCalendar("CN"), SHANGHAI)
A_DAY = 450
TARGETS = Targets(
    {
        Clock.FIRST_RESPONSE: 60,
        Clock.NEXT_RESPONSE: 120,
        Clock.CLARIFIED: A_DAY,
        Clock.PROPOSED: 2 * A_DAY,
        Clock.SOLVED: 5 * A_DAY,
    }
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=SHANGHAI)


def clock(which: Clock, history: History, now: str) -> Reading:
    return next(one for one in read(history, TARGETS, OFFICE, at(now)) if one.clock is which)


OPENED = History(opened=at("16 09:00"), customer_wrote=[at("16 09:00")])


def test_a_new_case_owes_an_answer_within_the_hour() -> None:
    reading = clock(Clock.FIRST_RESPONSE, OPENED, "16 09:30")
    assert (reading.due, reading.left, reading.standing) == (at("16 10:00"), 30, Standing.RUNNING)


def test_it_warns_before_it_is_due_and_not_after() -> None:
    assert clock(Clock.FIRST_RESPONSE, OPENED, "16 09:44").standing is Standing.RUNNING
    assert clock(Clock.FIRST_RESPONSE, OPENED, "16 09:45").standing is Standing.WARNED
    assert clock(Clock.FIRST_RESPONSE, OPENED, "16 10:00").standing is Standing.WARNED
    assert clock(Clock.FIRST_RESPONSE, OPENED, "16 10:01").standing is Standing.BROKEN


def test_what_comes_in_on_friday_evening_is_not_due_at_night() -> None:
    history = History(opened=at("20 17:45"), customer_wrote=[at("20 17:45")])
    reading = clock(Clock.FIRST_RESPONSE, history, "22 03:00")
    assert (reading.warns, reading.due) == (at("23 09:30"), at("23 09:45"))
    assert reading.standing is Standing.RUNNING


def test_an_answer_in_time_meets_the_clock_and_a_late_one_says_so() -> None:
    in_time = History(at("16 09:00"), [at("16 09:00")], we_wrote=[at("16 09:59")])
    late = History(at("16 09:00"), [at("16 09:00")], we_wrote=[at("16 11:00")])
    assert clock(Clock.FIRST_RESPONSE, in_time, "18 09:00").standing is Standing.MET
    reading = clock(Clock.FIRST_RESPONSE, late, "18 09:00")
    assert (reading.standing, reading.left) == (Standing.MET_LATE, -60)


def test_the_next_answer_is_owed_from_the_oldest_word_not_yet_answered() -> None:
    history = History(
        at("16 09:00"),
        customer_wrote=[at("16 09:00"), at("17 10:00"), at("17 11:00")],
        we_wrote=[at("16 09:20")],
    )
    reading = clock(Clock.NEXT_RESPONSE, history, "17 11:30")
    assert (reading.started, reading.due) == (at("17 10:00"), at("17 12:00"))


def test_when_all_is_answered_no_further_answer_is_owed() -> None:
    history = History(at("16 09:00"), [at("16 09:00")], we_wrote=[at("16 09:20")])
    clocks = {one.clock for one in read(history, TARGETS, OFFICE, at("17 09:00"))}
    assert Clock.NEXT_RESPONSE not in clocks


def test_waiting_for_the_customer_stops_the_solving_but_not_the_answer() -> None:
    wait = Wait(at("16 10:00"), "日志还没发来", "staff:1")
    history = History(at("16 09:00"), [at("16 09:00"), at("16 15:00")], [at("16 09:20")], waits=[wait])
    assert clock(Clock.SOLVED, history, "18 09:00").standing is Standing.PAUSED
    assert clock(Clock.SOLVED, history, "18 09:00").elapsed == 60
    assert clock(Clock.NEXT_RESPONSE, history, "17 09:00").due == at("16 17:00")


def test_a_wait_does_not_heal_a_clock_that_was_broken_before() -> None:
    history = History(at("16 09:00"), [], waits=[Wait(at("18 09:00"), "等客户确认", "staff:1")])
    assert clock(Clock.CLARIFIED, history, "19 09:00").standing is Standing.BROKEN


def test_a_reopened_case_goes_on_where_it_stood() -> None:
    closed = Pause(at("17 09:00"), at("18 09:00"))
    reading = clock(Clock.SOLVED, History(at("16 09:00"), closed=[closed]), "18 10:00")
    assert (reading.elapsed, reading.met) == (A_DAY + 60, None)


def test_a_solved_case_owes_nothing_more() -> None:
    history = History(
        at("16 09:00"),
        customer_wrote=[at("16 09:00"), at("17 10:00")],
        we_wrote=[at("16 09:10")],
        closed=[Pause(at("17 12:00"))],
    )
    clocks = {one.clock: one for one in read(history, TARGETS, OFFICE, at("19 09:00"))}
    assert Clock.NEXT_RESPONSE not in clocks
    assert clocks[Clock.SOLVED].standing is Standing.MET
    assert clocks[Clock.SOLVED].elapsed == A_DAY + 180


def test_a_target_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="first-response"):
        Targets({Clock.FIRST_RESPONSE: 0})


moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 1), timezones=st.just(UTC))
histories = st.builds(
    lambda opened, gaps, waits: History(
        opened=opened,
        customer_wrote=[opened, *(opened + timedelta(minutes=gap) for gap in gaps[::2])],
        we_wrote=[opened + timedelta(minutes=gap) for gap in gaps[1::2]],
        waits=[
            Wait(
                opened + timedelta(minutes=began), "等", "staff:1", opened + timedelta(minutes=began + length)
            )
            for began, length in waits
        ],
    ),
    moments,
    st.lists(st.integers(1, 20_000), max_size=6),
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 20_000)), max_size=3),
)


@given(histories, st.integers(0, 40_000))
@settings(max_examples=150, deadline=None)
def test_a_clock_is_broken_only_after_it_was_due_and_warned_of(history: History, later: int) -> None:
    now = history.opened + timedelta(minutes=later)
    for reading in read(history, TARGETS, OFFICE, now):
        assert reading.warns is not None
        assert reading.due is not None
        assert reading.warns < reading.due
        if reading.runs:
            assert (reading.standing is Standing.BROKEN) == (reading.due < now)
            assert (reading.standing is Standing.WARNED) == (reading.warns <= now <= reading.due)


@given(histories, st.integers(0, 40_000), st.integers(0, 10_000))
@settings(max_examples=100, deadline=None)
def test_what_is_broken_stays_broken_until_it_is_met(history: History, later: int, more: int) -> None:
    now = history.opened + timedelta(minutes=later)
    before = {one.clock: one for one in read(history, TARGETS, OFFICE, now)}
    after = {one.clock: one for one in read(history, TARGETS, OFFICE, now + timedelta(minutes=more))}
    for which, reading in before.items():
        if reading.standing is Standing.BROKEN:
            assert after[which].standing is Standing.BROKEN
