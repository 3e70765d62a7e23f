"""Lengths of service time as people type and read them: 30 分钟, 2h, 1.5 d."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.cases.service_levels import DAY, HOUR

_UNITS = {
    "": 1, "m": 1, "min": 1, "minute": 1, "minutes": 1, "分": 1, "分钟": 1,
    "h": HOUR, "hour": HOUR, "hours": HOUR, "时": HOUR, "小时": HOUR,
    "d": DAY, "day": DAY, "days": DAY, "天": DAY, "工作日": DAY,
}  # fmt: skip
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*|[分钟时小天工作日]*)\s*", re.IGNORECASE)
NONE = ("-", "–", "—", "0")


def read(text: str) -> int | None:
    """Return the minutes that `text` says, 0 for a dash, None for nothing; a day is one of the usual office hours.

    Raises ValidationError for what is no length.
    """
    clean = text.strip()
    if not clean:
        return None
    if clean in NONE:
        return 0
    found = _LENGTH.fullmatch(clean)
    unit = _UNITS.get(found[2].lower()) if found else None
    if found is None or unit is None:
        raise ValidationError(_("“%(text)s” is no length of time: write 30m, 2h or 1d.") % {"text": clean})
    return round(float(found[1]) * unit)


def write(minutes: int | None) -> str:
    """Return the length in the largest unit that divides it: 450 is 1d."""
    if minutes is None:
        return ""
    if minutes == 0:
        return "—"
    for unit, sign in ((DAY, "d"), (HOUR, "h")):
        if minutes % unit == 0:
            return f"{minutes // unit}{sign}"
    return f"{minutes}m"
