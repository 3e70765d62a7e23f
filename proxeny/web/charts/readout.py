"""What the crosshair says of each day, in the reader's language."""

from datetime import date, timedelta

import numpy as np
from django.utils.translation import gettext as _

from proxeny.core import words
from proxeny.core.words.language import MINUS
from proxeny.web.charts.model import Strip


def readouts(strip: Strip) -> list[str]:
    """Return one sentence a day: the day, the figure, what was usual, which holiday it was, what happened."""
    holidays = {
        stretch.first + timedelta(days=offset): stretch.name or _("holiday")
        for stretch in strip.holidays
        for offset in range((stretch.last - stretch.first).days + 1)
    }
    notes: dict[date, list[str]] = {}
    for row in strip.rows:
        for mark in row.marks:
            notes.setdefault(mark.day, []).append(mark.words)
    exchanged, made_up = frozenset(strip.workdays), _("worked in exchange for a holiday")
    said = []
    for index in range(strip.days):
        day = strip.first + timedelta(days=index)
        parts = [
            words.day(day, _language(strip), today=strip.today),
            _figure(strip, index),
            _usual(strip, index),
        ]
        parts += [holidays.get(day, ""), made_up if day in exchanged else "", *notes.get(day, ())]
        said.append(" · ".join(filter(None, parts)))
    return said


def figure(strip: Strip, value: float) -> str:
    """Return a figure with its unit: ¥1,234.50; 12 GB."""
    if strip.is_money:
        return f"{strip.unit}{words.number(value, _language(strip), decimals=strip.decimals)}".replace(
            f"{strip.unit}{MINUS}", f"{MINUS}{strip.unit}"
        )
    return words.measured(value, strip.unit, _language(strip), decimals=strip.decimals)


def _figure(strip: Strip, index: int) -> str:
    value = float(strip.values[index])
    return figure(strip, value) if np.isfinite(value) else _("no record")


def _usual(strip: Strip, index: int) -> str:
    if strip.low is None or strip.high is None or not np.isfinite(strip.low[index]):
        return ""
    ends = {
        "low": _roughly(float(strip.low[index]), strip),
        "high": _roughly(float(strip.high[index]), strip),
    }
    return _("usually %(low)s to %(high)s") % ends


def _roughly(value: float, strip: Strip) -> str:
    """An expected figure: nobody expects it to the cent."""
    return words.number(value, _language(strip), decimals=0 if abs(value) >= 100 else 1)


def _language(strip: Strip) -> words.Language:
    return "en" if strip.language == "en" else "zh"
