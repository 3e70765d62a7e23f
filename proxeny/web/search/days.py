"""Days as people type them: 2026-11-01, 2026年11月1日, 11月1日, 11/1, 1 Nov 2026, 昨天, today, 2026-11."""

import re
from datetime import date, timedelta

_WORDS = {
    "today": 0,
    "今天": 0,
    "yesterday": -1,
    "昨天": -1,
    "前天": -2,
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WHOLE = re.compile(r"(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})\s*(?:[-/.月]\s*(?P<d>\d{1,2})\s*日?|月)?")
_SHORT = re.compile(r"(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?")
_ENGLISH = re.compile(r"(?P<d>\d{1,2})\.?\s+(?P<m>[a-z]{3})[a-z]*\.?(?:\s+(?P<y>\d{4}))?")
_ENGLISH_MONTH_FIRST = re.compile(r"(?P<m>[a-z]{3})[a-z]*\.?\s+(?P<d>\d{1,2})(?:,?\s+(?P<y>\d{4}))?")


def day_of(typed: str, today: date) -> date | None:
    """Return the day that is meant, of a month its first; without a year the latest such day. None where it is no day."""
    text = " ".join(typed.strip().lower().split())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    for pattern in (_WHOLE, _SHORT, _ENGLISH, _ENGLISH_MONTH_FIRST):
        if found := pattern.fullmatch(text):
            return _made(found.groupdict(), today)
    return None


def _made(parts: dict[str, str | None], today: date) -> date | None:
    month = parts["m"] or ""
    if month.isalpha():
        if month not in _MONTHS:
            return None
        month = str(_MONTHS.index(month) + 1)
    try:
        if year := parts.get("y"):
            return date(int(year), int(month), int(parts.get("d") or 1))
        found = date(today.year, int(month), int(parts["d"] or 1))
        return found if found <= today else found.replace(year=today.year - 1)
    except ValueError:
        return None
