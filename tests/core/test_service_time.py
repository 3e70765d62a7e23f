import random
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.core.calendar import (
    Interval,
    Pause,
    ServiceTime,
    WorkCalendar,
    WorkingHours,
    add_work_minutes,
    work_minutes_between,
)

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NIGHTS = WorkingHours(
    dict.fromkeys(range(6), (Interval(time(6), time(7)), Interval(time(20), time(0)))), make_up=()
)
CHINA = WorkCalendar("CN")
SERVICE = {
    "office in China": ServiceTime(CHINA, SHANGHAI),
    "office in Germany": ServiceTime(WorkCalendar("DE"), BERLIN),
    "early and late": ServiceTime(WorkCalendar("CN", NIGHTS), BERLIN),
}

services = st.sampled_from(sorted(SERVICE)).map(SERVICE.__getitem__)
moments = st.datetimes(datetime(2024, 6, 1), datetime(2026, 12, 1), timezones=st.just(UTC))
targets = st.integers(1, 60 * 60)
pauses = st.lists(
    st.builds(
        lambda began, minutes: Pause(began, began + timedelta(minutes=minutes)),
        moments,
        st.integers(0, 60 * 24 * 40),
    ),
    max_size=5,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_a_pause_over_a_weekend_takes_only_its_working_hours() -> None:
    """GLPI 10594 counted such a pause around the clock and moved the due moment by days."""
    wait = Pause(at("2026-11-20 17:00"), at("2026-11-23 10:00"))
    assert SERVICE["office in China"].due(at("2026-11-20 16:00"), 120, [wait]) == at("2026-11-23 11:00")


def test_a_target_that_changes_keeps_earlier_pauses() -> None:
    """GLPI 15605: another target lost the wait that was over already."""
    service, opened = SERVICE["office in China"], at("2026-11-16 09:00")
    waits = [Pause(at("2026-11-16 10:00"), at("2026-11-16 12:00"))]
    assert service.due(opened, 60, waits) == at("2026-11-16 10:00")
    assert service.due(opened, 180, waits) == at("2026-11-16 15:30")
    assert service.due(opened, 480, waits) == at("2026-11-17 11:30")


def test_a_wait_over_spring_festival_costs_only_what_was_worked_then() -> None:
    wait = Pause(at("2025-01-26 09:30"), at("2025-02-08 10:00"))
    service = SERVICE["office in China"]
    assert service.due(at("2025-01-24 17:30"), 120, [wait]) == at("2025-02-08 11:00")
    assert service.elapsed(at("2025-01-24 17:30"), at("2025-02-08 11:00"), [wait]) == 120


def test_while_the_customer_is_waited_for_nothing_is_due() -> None:
    service, open_wait = SERVICE["office in China"], [Pause(at("2026-11-16 10:00"))]
    assert service.due(at("2026-11-16 09:00"), 90, open_wait) is None
    assert service.due(at("2026-11-16 09:00"), 60, open_wait) == at("2026-11-16 10:00")
    assert service.elapsed(at("2026-11-16 09:00"), at("2026-11-30 09:00"), open_wait) == 60


def test_a_negative_target_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        SERVICE["office in China"].due(at("2026-11-16 09:00"), -1)


@given(services, moments, targets, pauses)
@settings(max_examples=150, deadline=None)
def test_at_the_due_moment_exactly_the_target_has_passed(
    service: ServiceTime, start: datetime, target: int, waits: list[Pause]
) -> None:
    due = service.due(start, target, waits)
    assert due is not None
    assert service.elapsed(start, due, waits) == target
    assert service.elapsed(start, due - timedelta(minutes=1), waits) == target - 1


@given(services, moments, moments, moments, pauses)
@settings(max_examples=150, deadline=None)
def test_stretches_with_pauses_add_up(
    service: ServiceTime, one: datetime, two: datetime, three: datetime, waits: list[Pause]
) -> None:
    one, two, three = sorted([one, two, three])
    parts = service.elapsed(one, two, waits) + service.elapsed(two, three, waits)
    assert parts == service.elapsed(one, three, waits)


@given(services, moments, targets, targets, pauses)
@settings(max_examples=150, deadline=None)
def test_due_moments_compose(
    service: ServiceTime, start: datetime, first: int, second: int, waits: list[Pause]
) -> None:
    halfway = service.due(start, first, waits)
    assert halfway is not None
    assert service.due(halfway, second, waits) == service.due(start, first + second, waits)


@given(services, moments, targets, pauses, pauses)
@settings(max_examples=150, deadline=None)
def test_a_pause_never_makes_anything_due_earlier(
    service: ServiceTime, start: datetime, target: int, waits: list[Pause], more: list[Pause]
) -> None:
    early, late = service.due(start, target, waits), service.due(start, target, waits + more)
    assert early is not None
    assert late is not None
    assert early <= late


@given(services, moments, st.integers(0, 60 * 24 * 30), targets, pauses)
@settings(max_examples=150, deadline=None)
def test_a_later_start_or_a_longer_target_is_never_due_earlier(
    service: ServiceTime, start: datetime, later: int, target: int, waits: list[Pause]
) -> None:
    due, put_off = (
        service.due(start, target, waits),
        service.due(start + timedelta(minutes=later), target, waits),
    )
    longer = service.due(start, target + 1, waits)
    assert due is not None
    assert put_off is not None
    assert longer is not None
    assert due <= put_off
    assert due < longer


@given(services, moments, targets, pauses, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_pauses_and_hearing_of_one_twice_make_no_difference(
    service: ServiceTime, start: datetime, target: int, waits: list[Pause], chance: random.Random
) -> None:
    again = waits + waits[:2]
    chance.shuffle(again)
    assert service.due(start, target, again) == service.due(start, target, waits)


@given(services, moments, targets, pauses)
@settings(max_examples=150, deadline=None)
def test_the_zone_in_which_a_moment_is_written_makes_no_difference(
    service: ServiceTime, start: datetime, target: int, waits: list[Pause]
) -> None:
    elsewhere = [
        Pause(one.began.astimezone(SHANGHAI), one.ended and one.ended.astimezone(BERLIN)) for one in waits
    ]
    assert service.due(start.astimezone(BERLIN), target, elsewhere) == service.due(start, target, waits)


@given(services, moments, targets, pauses)
@settings(max_examples=150, deadline=None)
def test_what_is_due_is_due_in_service_time(
    service: ServiceTime, start: datetime, target: int, waits: list[Pause]
) -> None:
    due = service.due(start, target, waits)
    assert due is not None
    assert service.elapsed(due - timedelta(minutes=1), due) == 1


@given(moments, targets)
@settings(max_examples=200, deadline=None)
def test_without_pauses_it_is_plain_working_time(start: datetime, target: int) -> None:
    due = SERVICE["office in China"].due(start, target)
    assert due == add_work_minutes(CHINA, start, target, SHANGHAI)
    assert SERVICE["office in China"].elapsed(start, due) == work_minutes_between(CHINA, start, due, SHANGHAI)


@given(moments, st.integers(1, 60 * 24 * 6), pauses)
@settings(max_examples=60, deadline=None)
def test_it_equals_a_count_minute_by_minute(start: datetime, length: int, waits: list[Pause]) -> None:
    service = SERVICE["early and late"]
    counted = 0
    for offset in range(length):
        minute = start.replace(second=0, microsecond=0) + timedelta(minutes=offset)
        wall = minute.astimezone(BERLIN)
        open_then = WorkCalendar("CN", NIGHTS).intervals_on(wall.date())
        inside = any(
            one.start <= wall.time().replace(tzinfo=None) and (one.end == time(0) or wall.time() < one.end)
            for one in open_then
        )
        waiting = any(floor(one.began) <= minute < floor(one.ended) for one in waits if one.ended is not None)
        counted += inside and not waiting
    end = start.replace(second=0, microsecond=0) + timedelta(minutes=length)
    assert service.elapsed(start, end, waits) == counted


def floor(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
