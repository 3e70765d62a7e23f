"""When a notice may show up: at once, or when work begins again where its reader is."""

from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone

from proxeny.core.calendar import WorkCalendar, add_work_minutes, work_calendar
from proxeny.core.calendar.hours import NoWorkingTime
from proxeny.identity.models import Staff
from proxeny.notices.models import Choice

A_MINUTE = timedelta(minutes=1)


def zone_of(person: Staff) -> tzinfo:
    """Return the time zone in which the person works: their own, else the installation's."""
    try:
        return ZoneInfo(person.time_zone) if person.time_zone else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()


def shown_from(
    way: Choice.Way, moment: datetime, zone: tzinfo, calendar: WorkCalendar | None = None
) -> datetime:
    """Return when something told at `moment` shows up: then, or at the next beginning of work in `zone`.

    Where nobody ever works, at once: a notice that never came would be worse than one at night.
    """
    if way != Choice.Way.WORKING_HOURS:
        return moment
    try:
        # The first minute of work from then on, as long as it lasts, began one minute before it was over.
        begun = add_work_minutes(calendar or work_calendar(), moment, 1, zone) - A_MINUTE
    except NoWorkingTime:
        return moment
    return max(begun, moment)
