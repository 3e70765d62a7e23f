"""Hours as rows keep them: stretches of minutes of the day by weekday."""

from collections.abc import Mapping
from datetime import time
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from proxeny.core.calendar.intervals import Interval, WorkingHours
from proxeny.core.calendar.keeping import work_calendar
from proxeny.core.calendar.service_time import ServiceTime

ROUND_THE_CLOCK = WorkingHours(
    weekdays={day: (Interval(time(0), time(0)),) for day in range(7)},
    make_up=(Interval(time(0), time(0)),),
    days_off=(Interval(time(0), time(0)),),
)


class Hours(Protocol):
    """A row that keeps hours of its own, those of a customer or of a team."""

    around_the_clock: Any
    hours: Any
    country: Any
    zone: Any


def service_time_of(row: Hours) -> ServiceTime:
    """Return the hours that the row says."""
    hours = ROUND_THE_CLOCK if row.around_the_clock else working_hours(row.hours)
    zone = ZoneInfo(row.zone) if row.zone else None
    return ServiceTime(work_calendar(row.country or None, hours), zone)


def working_hours(kept: Mapping[str, list[list[int]]]) -> WorkingHours:
    """Return hours from how they are kept: `{"0": [[540, 720], [810, 1080]], …, "make-up": […], "days-off": […]}`.

    Raises ValueError for stretches that are empty, overlap or are out of order.
    """
    read = {name: tuple(Interval(_time(a), _time(b)) for a, b in pairs) for name, pairs in kept.items()}
    days = {int(name): found for name, found in read.items() if name.isdigit()}
    usual = next((found for found in days.values() if found), ())
    return WorkingHours(weekdays=days, make_up=read.get("make-up", usual), days_off=read.get("days-off", ()))


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
