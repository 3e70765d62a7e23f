"""Dates as people write them: `2026/1/5`, `5.1.2026`, `20260105`, `2026年1月5日`, `5-Jan-2026`, spreadsheet
serials.

A time and a zone after the date are accepted and left out: the day is the one that was written. `03/04/2026`
says by itself neither March nor April; the column's other values decide, or a person, never a guess.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from proxeny.analytics.usage.reading.reasons import Reason, reason

FIRST = date(1990, 1, 1)
LAST = date(2100, 12, 31)

_TIME = r"(?:[T日 ]\s*\d{1,2}[:时点].*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*日?{_TIME}")
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}})(?:[T ]?\d{{4,6}}(?:Z|[+-]\d{{2}}:?\d{{2}})?)?{_TIME}")
_DOTTED = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}|\d{{2}}){_TIME}")
_SLASHED = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-](\d{{4}}|\d{{2}}){_TIME}")
_NAMED = re.compile(rf"(\d{{1,2}})[-\s]([A-Za-z]{{3,9}})\.?[-\s,]+(\d{{4}}|\d{{2}}){_TIME}")
_NAMED_FIRST = re.compile(rf"([A-Za-z]{{3,9}})\.?\s(\d{{1,2}}),?\s(\d{{4}}){_TIME}")
_SERIAL = re.compile(r"([45]\d{4}|60000)(?:\.\d+)?")
_SERIAL_ZERO = date(1899, 12, 30)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_day(text: str, day_first: bool | None) -> date | Reason:
    """`day_first` settles `03/04/2026`; it is consulted for nothing else."""
    body = unicodedata.normalize("NFKC", text).strip()
    if _SERIAL.fullmatch(body):
        return _SERIAL_ZERO + timedelta(days=int(float(body)))
    slashed = _SLASHED.fullmatch(body)
    parts = _ordered(slashed, day_first) if slashed else _parts(body)
    if slashed and parts is None:
        return reason("day_ambiguous", value=text)
    if parts is None:
        return reason("day_unreadable", value=text)
    return _within(parts, text)


def day_first_shown(texts: Iterable[str]) -> bool | None:
    """What the clear dates of a column give away; None where they are silent or contradict each other."""
    shown = set()
    for text in texts:
        if found := _SLASHED.fullmatch(unicodedata.normalize("NFKC", text).strip()):
            first, second = int(found[1]), int(found[2])
            if (first > 12) != (second > 12):
                shown.add(first > 12)
    return shown.pop() if len(shown) == 1 else None


def _ordered(found: re.Match[str], day_first: bool | None) -> tuple[int, int, int] | None:
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    if first > 12 or first == second:
        return year, second, first
    if second > 12:
        return year, first, second
    if day_first is None:
        return None
    return (year, second, first) if day_first else (year, first, second)


def _parts(body: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.fullmatch(body) or _COMPACT.fullmatch(body):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED.fullmatch(body):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(body):
        return _year(found[3]), _month(found[2]), int(found[1])
    if found := _NAMED_FIRST.fullmatch(body):
        return int(found[3]), _month(found[1]), int(found[2])
    return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1 if name[:3].lower() in _MONTHS else 0


def _within(parts: tuple[int, int, int], text: str) -> date | Reason:
    try:
        day = date(*parts)
    except ValueError:
        return reason("day_unreadable", value=text)
    if not FIRST <= day <= LAST:
        return reason("day_out_of_range", value=text, first=FIRST.isoformat(), last=LAST.isoformat())
    return day
