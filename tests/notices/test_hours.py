"""When a notice shows up: in working hours, by the calendar with its holidays and worked weekends."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.core.calendar import DayKind, WorkCalendar, WorkingHours
from proxeny.core.calendar.days import Day
from proxeny.notices.hours import shown_from
from proxeny.notices.models import Choice

Way = Choice.Way
SHANGHAI = ZoneInfo("Asia/Shanghai")
CALENDAR = WorkCalendar("CN")
ZONES = st.sampled_from(["Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu"])
# The first look at a year and a zone reads them, and takes its time.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 30), timezones=st.just(UTC))


def in_shanghai(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def is_worked(moment: datetime, zone: str) -> bool:
    local = moment.astimezone(ZoneInfo(zone))
    return any(start <= local.time() < end for start, end in CALENDAR.intervals_on(local.date()))


@PATIENT
@given(MOMENTS, ZONES)
def test_it_shows_up_in_working_hours_and_never_before_it_was_told(moment: datetime, zone: str) -> None:
    shown = shown_from(Way.WORKING_HOURS, moment, ZoneInfo(zone), CALENDAR)
    assert shown >= moment
    assert is_worked(shown, zone)


@PATIENT
@given(MOMENTS, ZONES)
def test_it_waits_only_outside_working_hours_and_no_longer_than_they_last(
    moment: datetime, zone: str
) -> None:
    shown = shown_from(Way.WORKING_HOURS, moment, ZoneInfo(zone), CALENDAR)
    assert (shown == moment) == is_worked(moment, zone)
    between = moment
    while (between := between + timedelta(minutes=30)) < shown:
        assert not is_worked(between, zone)


@PATIENT
@given(MOMENTS, ZONES)
def test_at_any_hour_it_shows_up_at_once(moment: datetime, zone: str) -> None:
    assert shown_from(Way.ALWAYS, moment, ZoneInfo(zone), CALENDAR) == moment


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2026-11-20T18:30", "2026-11-23T09:00"),  # Friday evening, Monday morning
        ("2026-11-20T12:00", "2026-11-20T13:30"),  # over lunch
        ("2026-11-20T11:59", "2026-11-20T11:59"),
        ("2026-09-30T20:00", "2026-10-08T09:00"),  # over the National Day holidays
        ("2026-02-14T08:00", "2026-02-14T09:00"),  # a Saturday that is worked for Spring Festival (调休)
        ("2026-10-10T08:59", "2026-10-10T09:00"),  # and one for National Day
        ("2026-10-10T10:00", "2026-10-10T10:00"),
    ],
)
def test_holidays_and_worked_weekends_count(told: str, shown: str) -> None:
    assert shown_from(Way.WORKING_HOURS, in_shanghai(told), SHANGHAI, CALENDAR) == in_shanghai(shown)


def test_a_day_that_somebody_corrected_counts_as_they_said() -> None:
    monday = date(2026, 11, 23)
    off = WorkCalendar(
        "CN", corrections={monday: Day(monday, DayKind.HOLIDAY, "厂庆", "厂庆", corrected=True)}
    )
    told = in_shanghai("2026-11-20T18:30")
    assert shown_from(Way.WORKING_HOURS, told, SHANGHAI, off) == in_shanghai("2026-11-24T09:00")


def test_hours_hold_where_the_person_is() -> None:
    told = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday 10:00 in Shanghai, Sunday evening in New York
    shown = shown_from(Way.WORKING_HOURS, told, ZoneInfo("America/New_York"), CALENDAR)
    assert shown.astimezone(ZoneInfo("America/New_York")).time() == time(9)
    assert shown > told


def test_where_nobody_ever_works_it_is_not_kept_back_for_ever() -> None:
    told = in_shanghai("2026-11-20T18:30")
    never = WorkCalendar("CN", hours=WorkingHours(weekdays={}))
    assert shown_from(Way.WORKING_HOURS, told, SHANGHAI, never) == told
