"""The calendar as it is kept in the database."""

from datetime import date

from django.conf import settings

from proxeny.core.calendar.days import Day, WorkCalendar
from proxeny.core.calendar.intervals import DEFAULT_HOURS, WorkingHours
from proxeny.core.models.calendar import CalendarDay, CalendarYear, DayKind
from proxeny.core.phrased import Phrased


def work_calendar(country: str | None = None, hours: WorkingHours = DEFAULT_HOURS) -> WorkCalendar:
    """Return the calendar of `country`, or the installation's, as people have corrected and confirmed it."""
    country = country or settings.WORK_COUNTRY
    return WorkCalendar(
        country=country,
        hours=hours,
        corrections=_corrections(country),
        confirmed=dict(_YEARS(country)),
    )


def _corrections(country: str) -> dict[date, Day]:
    rows = _DAYS(country)
    return {row.day: Day(row.day, DayKind(row.kind), row.name, row.name, corrected=True) for row in rows}


_YEARS = Phrased(
    lambda country: CalendarYear.objects.filter(country=country).values_list("year", "published_version")
)
_DAYS = Phrased(lambda country: CalendarDay.objects.filter(country=country).order_by("day"))
