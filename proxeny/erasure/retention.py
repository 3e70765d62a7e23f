"""When the time to keep a customer's records has run out. Pure: contracts and a rule in, a day out."""

import calendar
from collections.abc import Iterable
from datetime import date


def due_on(ends: Iterable[date], left_on: date | None, months: int | None) -> date | None:
    """Return the last day on which records are kept: so many calendar months after the last contract ended.

    `ends` are the last days of all contracts, past and to come. Without contracts the day on which the customer left counts;
    without that, or without a rule, there is no such day. The 31st becomes the last day of a shorter month.
    """
    last = max(ends, default=left_on)
    return None if last is None or months is None else after(last, months)


def has_run_out(due: date | None, today: date) -> bool:
    """Tell whether the day is past."""
    return due is not None and today > due


def after(day: date, months: int) -> date:
    """Return the day so many calendar months later."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
