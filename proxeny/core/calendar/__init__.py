"""The business calendar: which days are worked, which hours, and how sure that is.

    calendar = work_calendar()
    calendar.is_workday(day)
    work_minutes_between(calendar, opened, answered)

The days come from the `holidays` library; a person's corrections outrank it, and a year is provisional until
a person has confirmed it (`proxeny.identity.calendar_keeping`).
"""

from proxeny.core.calendar.days import Day, Standing, WorkCalendar
from proxeny.core.calendar.hours import add_work_minutes, work_minutes_between
from proxeny.core.calendar.intervals import DEFAULT_HOURS, Interval, WorkingHours
from proxeny.core.calendar.keeping import work_calendar
from proxeny.core.calendar.service_time import Pause, ServiceTime
from proxeny.core.models.calendar import DayKind

__all__ = [
    "DEFAULT_HOURS",
    "Day",
    "DayKind",
    "Interval",
    "Pause",
    "ServiceTime",
    "Standing",
    "WorkCalendar",
    "WorkingHours",
    "add_work_minutes",
    "work_calendar",
    "work_minutes_between",
]
