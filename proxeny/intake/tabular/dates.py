"""Days and times as people and programs write them, read or refused.

`03/04/2026` is settled by its column (`order_shown` of the other cells) or by a person, or it is refused.
With dots the day comes first, as everywhere where dates are written with dots.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from proxeny.intake.tabular.folding import narrow
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Cell

FIRST_YEAR, LAST_YEAR = 1900, 2200
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_TIME = (
    r"(?:(?:[T ]\s*|(?<=[日号]))(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<half>[AaPp][Mm])?\s*(?P<offset>Z|z|UTC|[+-]\d{2}:?\d{2})?)?$"
)
_YEAR_FIRST = re.compile(
    r"^(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})" + _TIME, re.ASCII
)
_COMPACT = re.compile(r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})" + _TIME, re.ASCII)
_CHINESE = re.compile(
    r"^(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?" + _TIME, re.ASCII
)
_DAY_MONTH_NAME = re.compile(
    r"^(?P<day>\d{1,2})[ -](?P<name>[A-Za-z]{3,9})\.?,?[ -](?P<year>\d{4})" + _TIME, re.ASCII
)
_MONTH_NAME_DAY = re.compile(
    r"^(?P<name>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})" + _TIME, re.ASCII
)
_DOTTED = re.compile(r"^(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})" + _TIME, re.ASCII)
_YEAR_LAST = re.compile(
    r"^(?P<one>\d{1,2})(?P<sep>[-/])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4})" + _TIME, re.ASCII
)
_SHORT_YEAR = re.compile(r"^\d{1,2}([-/.])\d{1,2}\1\d{2}(?:\s.*)?$", re.ASCII)
_SERIAL = re.compile(r"^[1-9]\d{4}(?:\.\d+)?$", re.ASCII)
_SETTLED = (_YEAR_FIRST, _COMPACT, _CHINESE, _DOTTED, _DAY_MONTH_NAME, _MONTH_NAME_DAY)


def read_date(cell: Cell, reading: Reading) -> date:
    """Return the day in `cell`; a time with an offset is moved to `reading.zone` first."""
    found = _read(cell, reading)
    if found.tzinfo is not None:
        if reading.zone is None:
            raise CellError("zone_missing")
        found = found.astimezone(reading.zone)
    return found.date()


def read_datetime(cell: Cell, reading: Reading) -> datetime:
    """Return the moment in `cell`, with its offset or in `reading.zone`; a bare day is its midnight there."""
    found = _read(cell, reading)
    if found.tzinfo is not None:
        return found
    if reading.zone is None:
        raise CellError("zone_missing")
    return found.replace(tzinfo=reading.zone)


def order_shown(cell: Cell) -> bool | None:
    """Return whether this cell proves that days stand before months (True) or after (False), else None."""
    found = _YEAR_LAST.match(narrow(cell)) if isinstance(cell, str) else None
    if found is None:
        return None
    one, two = int(found["one"]), int(found["two"])
    if (one > 12) == (two > 12):
        return None
    return one > 12


def _read(cell: Cell, reading: Reading) -> datetime:
    if isinstance(cell, datetime):
        return _within(cell)
    if isinstance(cell, date):
        return _within(datetime.combine(cell, time()))
    if isinstance(cell, Decimal):
        return _within(_from_number(cell, reading))
    if not isinstance(cell, str):
        raise CellError("not_a_date")
    return _within(_from_text(narrow(cell), reading))


def _from_text(text: str, reading: Reading) -> datetime:
    for pattern in _SETTLED:
        found = pattern.match(text)
        if found:
            return _moment(found, _month(found), int(found["day"]))
    found = _YEAR_LAST.match(text)
    if found:
        day, month = _ordered(int(found["one"]), int(found["two"]), reading.day_first)
        return _moment(found, month, day)
    if _SHORT_YEAR.match(text):
        raise CellError("two_digit_year")
    if _SERIAL.match(text):
        return _from_number(Decimal(text), reading)
    raise CellError("not_a_date")


def _ordered(one: int, two: int, day_first: bool | None) -> tuple[int, int]:
    """Return (day, month)."""
    if day_first is None and one <= 12 and two <= 12 and one != two:
        raise CellError("date_ambiguous")
    if day_first is None:
        day_first = one > 12
    day, month = (one, two) if day_first else (two, one)
    if month > 12 and day <= 12:
        raise CellError("date_order")
    return day, month


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    if "name" not in parts:
        return int(parts["month"])
    month = _MONTHS.get(parts["name"][:3].casefold())
    if month is None:
        raise CellError("not_a_date")
    return month


def _moment(found: re.Match[str], month: int, day: int) -> datetime:
    hour = int(found["hour"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            raise CellError("not_a_date")
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    micro = int((found["part"] or "0").ljust(6, "0")[:6])
    clock = (hour, int(found["minute"] or 0), int(found["second"] or 0), micro)
    try:
        return datetime(int(found["year"]), month, day, *clock, tzinfo=_offset(found["offset"]))
    except ValueError as error:
        raise CellError("no_such_day") from error


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC"):
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    away = timedelta(hours=hours, minutes=minutes)
    return timezone(-away if text[0] == "-" else away)


def _from_number(number: Decimal, reading: Reading) -> datetime:
    """Return the day that a bare number means: `20260105` as it reads, else a spreadsheet's day number."""
    if not number.is_finite():
        raise CellError("not_a_date")
    if 10_000_000 <= number <= 99_999_999 and number == int(number):
        return _from_text(str(int(number)), reading)
    if not 1 <= number < 120_000:
        raise CellError("not_a_date")
    epoch = CALENDAR_MAC_1904 if reading.days_from_1904 else CALENDAR_WINDOWS_1900
    found: datetime = from_excel(float(number), epoch=epoch)
    return found


def _within(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise CellError("date_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    return moment
