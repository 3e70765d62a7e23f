from datetime import date, time

import pytest

from proxeny.core import clock
from proxeny.core.calendar import Day, DayKind, Interval, Standing, WorkCalendar, WorkingHours, work_calendar
from proxeny.core.calendar.published import UnknownCountry, published_year
from proxeny.core.models import CalendarDay, CalendarYear

CHINA = WorkCalendar("CN")


@pytest.mark.parametrize(("year", "workdays", "made_up"), [(2024, 251, 8), (2025, 248, 5), (2026, 248, 6)])
def test_a_chinese_year_has_the_workdays_that_were_published(year: int, workdays: int, made_up: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    assert len(CHINA.workday_set(first, last)) == workdays
    assert len(CHINA.make_up_set(first, last)) == made_up


def test_spring_festival_of_2025_with_its_make_up_days() -> None:
    assert CHINA.day(date(2025, 1, 29)) == Day(
        date(2025, 1, 29), DayKind.HOLIDAY, "春节", "Chinese New Year (Spring Festival)"
    )
    assert CHINA.is_make_up_workday(date(2025, 1, 26))
    assert CHINA.is_make_up_workday(date(2025, 2, 8))
    assert not CHINA.is_workday(date(2025, 2, 4)), "a Tuesday, off for the Saturday that is worked"
    assert CHINA.day(date(2025, 2, 9)).kind == DayKind.REST


def test_the_first_days_of_the_lunar_year_are_known_also_ahead() -> None:
    found = CHINA.festivals(date(2024, 2, 11), date(2027, 12, 31))
    assert found == (date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6))
    assert WorkCalendar("DE").festivals(date(2024, 1, 1), date(2027, 12, 31)) == ()


def test_a_year_without_make_up_days_is_not_the_governments() -> None:
    assert not published_year("CN", 2027).is_official
    assert published_year("CN", 2026).is_official
    assert CHINA.standing(2027) is Standing.UNPUBLISHED
    assert CHINA.standing(2026) is Standing.PUBLISHED
    assert WorkCalendar("DE").standing(2027) is Standing.PUBLISHED


def test_a_year_stays_confirmed_only_while_its_published_days_stay() -> None:
    confirmed = WorkCalendar(
        "CN", confirmed={2026: published_year("CN", 2026).version, 2025: "as it was before"}
    )
    assert not confirmed.is_provisional(2026)
    assert confirmed.is_provisional(2025)


def test_an_unknown_country_is_named() -> None:
    with pytest.raises(UnknownCountry, match="XX"):
        published_year("XX", 2026)


def test_a_make_up_day_has_office_hours_though_its_weekday_has_none() -> None:
    assert CHINA.intervals_on(date(2025, 1, 26)) == (
        Interval(time(9), time(12)),
        Interval(time(13, 30), time(18)),
    )
    assert CHINA.intervals_on(date(2025, 1, 29)) == ()


@pytest.mark.parametrize(
    "intervals",
    [[(9, 12), (11, 18)], [(12, 9)], [(9, 9)], [(13, 18), (9, 12)], [(9, 0), (10, 12)]],
)
def test_hours_that_overlap_or_run_backwards_are_refused(intervals: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="working hours"):
        WorkingHours({0: tuple(Interval(time(start), time(end)) for start, end in intervals)})


@pytest.mark.django_db
def test_a_persons_word_outranks_what_was_published() -> None:
    before = work_calendar("CN")
    CalendarDay.objects.create(
        country="CN",
        day=date(2027, 2, 20),
        kind=DayKind.WORKDAY,
        reason="调休",
        by="staff:1",
        at=clock.machine_now(),
    )
    CalendarYear.objects.create(
        country="CN",
        year=2027,
        published_version=before.published(2027).version,
        confirmed_by="staff:1",
        confirmed_at=clock.machine_now(),
    )
    after = work_calendar("CN")
    assert not before.is_workday(date(2027, 2, 20))
    assert after.is_make_up_workday(date(2027, 2, 20))
    assert after.day(date(2027, 2, 20)).corrected
    assert after.standing(2027) is Standing.CONFIRMED


def test_a_correction_changes_the_version_of_the_years_it_touches_and_no_other() -> None:
    day = date(2027, 2, 20)
    corrected = WorkCalendar("CN", corrections={day: Day(day, DayKind.WORKDAY, corrected=True)})
    span_2026, span_2027 = (date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 12, 31))
    assert corrected.version(*span_2026) == CHINA.version(*span_2026)
    assert corrected.version(*span_2027) != CHINA.version(*span_2027)
