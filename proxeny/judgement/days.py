"""The kept calendar as the detector wants it: the type of each day, and the Spring Festivals."""

from collections.abc import Sequence
from datetime import date, timedelta

from proxeny.analytics.daytypes import classify
from proxeny.analytics.swings.panel import Codes
from proxeny.core.calendar import work_calendar

AROUND = timedelta(days=60)


def types(first: date, until: date) -> tuple[Codes, Sequence[date]]:
    """Return the type of each day from `first` to the day before `until`, and the Spring Festivals around them."""
    calendar = work_calendar()
    last = max(first, until - timedelta(days=1))
    festivals = calendar.festivals(first - AROUND, last + AROUND)
    holidays, made_up = calendar.holiday_set(first, last), calendar.make_up_set(first, last)
    return classify(first, (until - first).days, holidays, made_up, set(festivals)), festivals


def version(first: date, until: date) -> str:
    """Return what changes whenever a day of the span is another kind of day."""
    return work_calendar().version(first, until)
