from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.core.calendar import (
    DEFAULT_HOURS,
    Day,
    DayKind,
    Interval,
    WorkCalendar,
    WorkingHours,
    add_work_minutes,
    work_minutes_between,
)
from proxeny.core.calendar.hours import NoWorkingTime

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NINE_TO_NINE = (Interval(time(9), time(21)),)
ALL_DAY = (Interval(time(0), time(0)),)
ROUND_THE_CLOCK = WorkingHours(dict.fromkeys(range(7), ALL_DAY), days_off=ALL_DAY)
CHINA, GERMANY, HOTLINE = WorkCalendar("CN"), WorkCalendar("DE"), WorkCalendar("CN", ROUND_THE_CLOCK)

places = st.sampled_from([(CHINA, SHANGHAI), (GERMANY, BERLIN), (HOTLINE, BERLIN)])
moments = st.builds(
    datetime.astimezone,
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 30), timezones=st.just(UTC)),
    st.sampled_from([UTC, SHANGHAI, BERLIN]),
)
amounts = st.integers(0, 60 * 24 * 90)


def in_shanghai(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        (
            "2025-01-24 17:30",
            60,
            "2025-01-26 09:30",
        ),  # Friday evening; the Sunday before Spring Festival is worked
        ("2025-01-27 17:00", 120, "2025-02-05 10:00"),  # over the whole festival
        ("2025-02-07 17:59", 61, "2025-02-08 10:00"),  # into the Saturday that is worked
        ("2026-11-20 11:50", 20, "2026-11-20 13:40"),  # over lunch
        ("2026-10-01 10:00", 1, "2026-10-08 09:01"),  # opened on a holiday
        ("2026-11-20 09:00", 450, "2026-11-20 18:00"),  # a full day ends with the day
    ],
)
def test_due_times_worked_out_by_hand(start: str, minutes: int, due: str) -> None:
    assert add_work_minutes(CHINA, in_shanghai(start), minutes, SHANGHAI) == in_shanghai(due)


def test_zammad_390_forty_eight_hours_over_two_holidays() -> None:
    hours = WorkingHours(dict.fromkeys(range(5), NINE_TO_NINE))
    off = [date(2016, 11, 11), date(2016, 11, 14)]
    calendar = WorkCalendar("DE", hours, {day: Day(day, DayKind.HOLIDAY) for day in off})
    opened = datetime(2016, 11, 9, 9, tzinfo=BERLIN)
    assert add_work_minutes(calendar, opened, 48 * 60, BERLIN) == datetime(2016, 11, 16, 21, tzinfo=BERLIN)


def test_the_day_on_which_clocks_change_is_as_long_as_it_is() -> None:
    def day_of(month: int, day: int) -> int:
        start = datetime(2026, month, day, tzinfo=BERLIN)
        return work_minutes_between(HOTLINE, start, datetime(2026, month, day + 1, tzinfo=BERLIN), BERLIN)

    assert (day_of(3, 29), day_of(6, 14), day_of(10, 25)) == (23 * 60, 24 * 60, 25 * 60)


@given(places, moments, amounts)
@settings(max_examples=200, deadline=None)
def test_measuring_undoes_adding(place: tuple[WorkCalendar, ZoneInfo], start: datetime, minutes: int) -> None:
    calendar, zone = place
    due = add_work_minutes(calendar, start, minutes, zone)
    assert work_minutes_between(calendar, start, due, zone) == minutes
    if minutes:
        assert work_minutes_between(calendar, start, due - timedelta(minutes=1), zone) == minutes - 1


@given(places, moments, moments, moments)
@settings(max_examples=100, deadline=None)
def test_stretches_add_up(
    place: tuple[WorkCalendar, ZoneInfo], one: datetime, two: datetime, three: datetime
) -> None:
    calendar, zone = place
    whole = work_minutes_between(calendar, one, three, zone)
    parts = work_minutes_between(calendar, one, two, zone) + work_minutes_between(calendar, two, three, zone)
    assert parts == whole


@given(places, moments, st.integers(1, 60 * 24 * 60), amounts)
@settings(max_examples=100, deadline=None)
def test_more_or_later_is_never_due_earlier(
    place: tuple[WorkCalendar, ZoneInfo], start: datetime, later: int, minutes: int
) -> None:
    calendar, zone = place
    end = start.astimezone(UTC) + timedelta(minutes=later)
    due = add_work_minutes(calendar, start, minutes, zone)
    assert add_work_minutes(calendar, end, minutes, zone) >= due
    assert add_work_minutes(calendar, start, minutes + later, zone) > due
    assert 0 <= work_minutes_between(calendar, start, end, zone) <= later


@given(moments, st.integers(1, 60 * 24 * 5))
@settings(max_examples=25, deadline=None)
def test_it_equals_a_count_minute_by_minute(start: datetime, length: int) -> None:
    first = start.astimezone(UTC).replace(second=0, microsecond=0)
    counted = sum(
        is_worked((first + timedelta(minutes=offset)).astimezone(SHANGHAI)) for offset in range(length)
    )
    assert work_minutes_between(CHINA, first, first + timedelta(minutes=length), SHANGHAI) == counted


def is_worked(moment: datetime) -> bool:
    return any(start <= moment.time() < end for start, end in CHINA.intervals_on(moment.date()))


def test_what_cannot_be_is_refused() -> None:
    start = in_shanghai("2026-11-20 09:00")
    with pytest.raises(ValueError, match="only be added"):
        add_work_minutes(CHINA, start, -1, SHANGHAI)
    with pytest.raises(NoWorkingTime):
        add_work_minutes(WorkCalendar("CN", WorkingHours({})), start, 1, SHANGHAI)
    assert DEFAULT_HOURS.make_up == DEFAULT_HOURS.weekdays[0]
