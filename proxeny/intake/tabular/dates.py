"""Days and times in cells, read as `proxeny.tabular.dates` understands them, or refused with a reason."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Cell
from proxeny.tabular import dates
from proxeny.tabular.dates import DateFault
from proxeny.tabular.folding import narrow

FIRST_YEAR, LAST_YEAR = 1900, 2200
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}(?=:)|\d{2})(?P<colon>:?)(?P<minute>\d{2})"
    r"(?:(?P=colon)(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<half>[AaPp][Mm])?\s*(?P<offset>Z|z|UTC|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?", re.ASCII)
_DAY_MILLISECONDS = 86_400_000


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
    return dates.order_shown(cell) if isinstance(cell, str) else None


def _read(cell: Cell, reading: Reading) -> datetime:
    if isinstance(cell, datetime):
        return _within(cell)
    if isinstance(cell, date):
        return _within(datetime.combine(cell, time()))
    if isinstance(cell, Decimal):
        return _within(_from_number(cell, reading))
    if not isinstance(cell, str):
        raise CellError("not_a_date")
    return _within(_from_text(cell, reading))


def _from_text(text: str, reading: Reading) -> datetime:
    written = dates.written_day(text)
    if written is None:
        bare = narrow(text)
        if _SERIAL.fullmatch(bare):
            return _from_number(Decimal(bare), reading)
        raise CellError("not_a_date")
    if written.short_year:
        raise CellError("two_digit_year")
    found = dates.ordered(written, reading.day_first)
    if isinstance(found, DateFault):
        raise CellError("date_ambiguous" if found is DateFault.AMBIGUOUS else "date_order")
    clock = _clock(written.rest)
    try:
        return datetime.combine(date(written.year, *found), clock)
    except ValueError as error:
        raise CellError("no_such_day") from error


def _clock(text: str) -> time:
    """Return the time of day that `text` is, midnight where it is empty."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        if text:
            raise CellError("not_a_date")
        return time()
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise CellError("not_a_date")
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    micro = int((found["part"] or "0").ljust(6, "0")[:6])
    try:
        return time(
            hour, int(found["minute"]), int(found["second"] or 0), micro, tzinfo=_offset(found["offset"])
        )
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
    day = dates.day_of_serial(int(number), from_1904=reading.days_from_1904)
    passed = timedelta(milliseconds=round(number % 1 * _DAY_MILLISECONDS))
    return datetime.combine(day, time()) + passed


def _within(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise CellError("date_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    return moment
