"""Moments as other systems write them: what `intake.tabular.dates` reads, and epochs, `05/Mar/16 2:20 PM`, `下午2:20`."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from proxeny.intake.tabular.dates import order_shown, read_datetime
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Cell
from proxeny.tabular.folding import narrow

_EPOCH = re.compile(r"-?[0-9]{9,10}(?:\.[0-9]+)?|[0-9]{12,13}", re.ASCII)
_MILLISECONDS = Decimal(100_000_000_000)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMED = re.compile(
    r"([0-9]{1,2})[/-]([A-Za-z]{3}|[0-9一二三四五六七八九十]{1,2}月)[/-]([0-9]{4}|[0-9]{2})(?:\s+(.+))?"
)
_HALF = re.compile(r"(上午|下午|中午|晚上|凌晨|早上)\s*([0-9]{1,2})")
_HALF_BEHIND = re.compile(r"([0-9]{1,2})(:[0-9:]*)\s*(上午|下午)$")
_CHINESE_CLOCK = re.compile(r"([0-9]{1,2})[时点]([0-9]{1,2})?分?(?:([0-9]{1,2})秒)?$")
_AFTERNOON = frozenset({"下午", "晚上"})
_NUMBERS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_PLAIN = re.compile(
    r"([0-9]{1,2})([./])([0-9]{1,2})\2((?:19|20|21)[0-9]{2}) ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?",
    re.ASCII,
)
_ZONE_NAME = re.compile(r"\s+(?:GMT|UTC)$")


def read_moment(cell: Cell, reading: Reading) -> datetime:
    """Return the moment in `cell`, aware; without an offset it is in `reading.zone`. Raises CellError."""
    if isinstance(cell, Decimal) and cell.is_finite() and abs(cell) >= 100_000_000:
        return _from_epoch(cell)
    if isinstance(cell, str):
        if (plain := _plain(cell, reading)) is not None:
            return plain
        text = narrow(cell)
        if _EPOCH.fullmatch(text):
            return _from_epoch(Decimal(text))
        cell = _settled(text)
    return read_datetime(cell, reading)


def days_first(cells: Iterable[Cell]) -> bool | None:
    """Return whether these cells prove that days stand before months, or after them; None where they prove nothing, or both."""
    seen = {order_shown(cell) for cell in cells} - {None}
    return seen.pop() if len(seen) == 1 else None


def _plain(text: str, reading: Reading) -> datetime | None:
    """Return the moment of the commonest form of logs, which come in hundreds of thousands; None leaves it to the rest."""
    found = _PLAIN.fullmatch(text)
    if found is None or reading.zone is None or (found[2] == "/" and reading.day_first is None):
        return None
    one, mark, two, year, hour, minute, second = found.groups()
    month, day = (two, one) if mark == "." or reading.day_first else (one, two)
    try:
        return datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=reading.zone
        )
    except ValueError:
        return None


def _from_epoch(number: Decimal) -> datetime:
    seconds = number / 1000 if abs(number) >= _MILLISECONDS else number
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(seconds * 1_000_000))
    except OverflowError as error:
        raise CellError("not_a_date") from error


def _settled(text: str) -> str:
    """Return the text with what only people or one program write made plain: month names, halves of a day, zone names."""
    if "/" in text or "-" in text:
        found = _NAMED.fullmatch(text)
        if found is not None and (written := _with_number(found)) is not None:
            text = written
    if not text.isascii():
        text = _HALF.sub(_in_hours, text)
        text = _HALF_BEHIND.sub(lambda found: _hours(found[3], found[1]) + found[2], text)
        text = _CHINESE_CLOCK.sub(
            lambda found: f"{found[1]:0>2}:{found[2] or '00':0>2}:{found[3] or '00':0>2}", text
        )
    return _ZONE_NAME.sub("Z", text)


def _with_number(found: re.Match[str]) -> str | None:
    day, name, year, rest = found.groups()
    if name.endswith("月"):
        bare = name.removesuffix("月")
        month = int(bare) if bare.isdecimal() else _NUMBERS.get(bare, 0)
    else:
        month = _MONTHS.index(name.capitalize()) + 1 if name.capitalize() in _MONTHS else 0
    if not month:
        return None
    whole = year if len(year) == 4 else f"20{year}"
    return f"{whole}-{month:02}-{day:0>2}" + (f" {rest}" if rest else "")


def _in_hours(found: re.Match[str]) -> str:
    return " " + _hours(found[1], found[2])


def _hours(half: str, hours: str) -> str:
    number = int(hours)
    if half in _AFTERNOON and number < 12:
        number += 12
    elif half in ("上午", "凌晨", "早上") and number == 12:
        number = 0
    return f"{number:02}"
