"""Days as people and programs write them: `2026/1/5`, `5.1.2026`, `20260105`, `2026年1月5日`, `5-Jan-2026`,
`Jan 5, 2026`.

`03/04/2026` is settled by its column (`order_shown` of the other cells) or by a person, or it stays in doubt.
With dots the day comes first, as everywhere where dates are written with dots.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto

from proxeny.tabular.folding import narrow

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_REST = r"(?P<rest>(?:(?:[T\s]\s*|(?<=[日号]))[0-9].*)?)"
_ONE, _TWO = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_YEAR, _ANY_YEAR = r"(?P<year>[0-9]{4})", r"(?P<year>[0-9]{4}|[0-9]{2})"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_YEAR_FIRST = re.compile(rf"{_YEAR}\s*(?P<sep>[-/.])\s*{_TWO}\s*(?P=sep)\s*{_ONE}{_REST}")
_CHINESE = re.compile(rf"{_YEAR}\s*年\s*{_TWO}\s*月\s*{_ONE}(?:\s*[日号])?{_REST}")
_COMPACT = re.compile(
    rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"
    r"(?P<rest>(?:[T\s]\s*[0-9].*|[0-9]{4}(?:[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)"
)
_DOTTED = re.compile(rf"{_ONE}\.\s?{_TWO}\.\s?{_ANY_YEAR}{_REST}")
_DAY_AND_NAME = re.compile(rf"{_ONE}[-\s]{_NAME}[-\s,]+{_ANY_YEAR}{_REST}")
_NAME_AND_DAY = re.compile(rf"{_NAME}\s{_ONE},?\s{_YEAR}{_REST}")
_YEAR_LAST = re.compile(rf"{_ONE}(?P<sep>[-/]){_TWO}(?P=sep){_ANY_YEAR}{_REST}")
_SETTLED = (_YEAR_FIRST, _CHINESE, _COMPACT, _DOTTED, _DAY_AND_NAME, _NAME_AND_DAY)
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
_NO_LEAP_DAY = 60


class DateFault(StrEnum):
    """Why the order of day and month is not known."""

    AMBIGUOUS = auto()
    """Nothing says which comes first."""
    ORDER = auto()
    """It contradicts the order that was given."""


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it stands in a text; whether the calendar has it is not yet asked.

    Unless `settled`, `day` and `month` are the first and the second number, in whichever order they are
    meant. `short_year`: the year was written with two digits and taken for this century's. `rest` is what
    follows, beginning with a digit: a time perhaps.
    """

    year: int
    month: int
    day: int
    settled: bool
    short_year: bool
    rest: str


def written_day(text: str) -> Written | None:
    """Return the day with which `text` begins, or None where it begins with none."""
    bare = narrow(text)
    for pattern in _SETTLED:
        if found := pattern.fullmatch(bare):
            return _written(found, settled=True)
    found = _YEAR_LAST.fullmatch(bare)
    return _written(found, settled=False) if found else None


def ordered(written: Written, day_first: bool | None) -> tuple[int, int] | DateFault:
    """Return month and day of `written`; `day_first` settles what the text does not."""
    one, two = written.day, written.month
    if written.settled:
        return two, one
    if day_first is None:
        if not written.short_year and one == two:
            return two, one
        day_first = _order(written)
    if day_first is None:
        return DateFault.AMBIGUOUS
    month, day = (two, one) if day_first else (one, two)
    return DateFault.ORDER if month > 12 and day <= 12 else (month, day)


def order_shown(text: str) -> bool | None:
    """Return whether this text proves that days stand before months (True) or after (False), else None."""
    found = _YEAR_LAST.fullmatch(narrow(text))
    if found is None or (int(found["day"]) > 12) == (int(found["month"]) > 12):
        return None
    return _order(_written(found, settled=False))


def day_of_serial(number: int, *, from_1904: bool = False) -> date:
    """Return the day that a spreadsheet counts as `number`, from 1900 (with the 29 February that 1900 did not
    have) or from 1904.
    """
    if from_1904:
        return _DAY_ZERO_1904 + timedelta(days=number)
    return _DAY_ZERO + timedelta(days=number + (number < _NO_LEAP_DAY))


def _order(written: Written | None) -> bool | None:
    """Return the order that a number beyond 12 gives away.

    Where the year has two digits, `26/01/05` may begin with it: only a second number that is no month says
    something.
    """
    if written is None:
        return None
    if written.day > 12:
        return None if written.short_year and written.month <= 12 else True
    return False if written.month > 12 else None


def _written(found: re.Match[str], *, settled: bool) -> Written | None:
    parts = found.groupdict()
    name = parts.get("name")
    if name and name[:3].casefold() not in _MONTHS:
        return None
    month = _MONTHS.index(name[:3].casefold()) + 1 if name else int(parts["month"])
    short = len(parts["year"]) == 2
    year = int(parts["year"]) + (2000 if short else 0)
    rest = parts["rest"].lstrip("T \t\r\n\u00a0\u3000")
    return Written(year, month, int(parts["day"]), settled, short, rest)
