"""Days in the cells of a file, read as `proxeny.tabular.dates` understands them, spreadsheet serials among
them.

A time and a zone after the date are accepted and left out: the day is the one that was written.
"""

import re
from collections.abc import Iterable
from datetime import date

from proxeny.analytics.usage.reading.reasons import Reason, reason
from proxeny.tabular.dates import DateFault, day_of_serial, order_shown, ordered, written_day
from proxeny.tabular.folding import narrow

FIRST = date(1990, 1, 1)
LAST = date(2100, 12, 31)

_TIME = re.compile(r"\d{1,2}[:时点].*|\d{4}(?:\d{2})?(?:Z|[+-]\d{2}:?\d{2})?")
_SERIAL = re.compile(r"([45]\d{4}|60000)(?:\.\d+)?", re.ASCII)


def parse_day(text: str, day_first: bool | None) -> date | Reason:
    """`day_first` settles `03/04/2026`; it is consulted for nothing else."""
    if serial := _SERIAL.fullmatch(narrow(text)):
        return day_of_serial(int(serial[1]))
    written = written_day(text)
    if written is None or (written.rest and not _TIME.fullmatch(written.rest)):
        return reason("day_unreadable", value=text)
    found = ordered(written, None)
    if found is DateFault.AMBIGUOUS and day_first is not None:
        found = ordered(written, day_first)
    if isinstance(found, DateFault):
        return reason("day_ambiguous", value=text)
    return _within((written.year, *found), text)


def day_first_shown(texts: Iterable[str]) -> bool | None:
    """What the clear dates of a column give away; None where they are silent or contradict each other."""
    shown = {order_shown(text) for text in texts} - {None}
    return shown.pop() if len(shown) == 1 else None


def _within(parts: tuple[int, int, int], text: str) -> date | Reason:
    try:
        day = date(*parts)
    except ValueError:
        return reason("day_unreadable", value=text)
    if not FIRST <= day <= LAST:
        return reason("day_out_of_range", value=text, first=FIRST.isoformat(), last=LAST.isoformat())
    return day
