"""The work calendar as charts want it: holidays in stretches, make-up workdays, day types."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from proxeny.analytics.daytypes import classify
from proxeny.core.calendar import Day, DayKind, WorkCalendar
from proxeny.core.words import Language
from proxeny.web.charts.model import Stretch

SHOULDER = timedelta(days=30)


@dataclass(frozen=True)
class Span:
    """What the calendar says of the days from `first` to `last`; `types` has one day type a day."""

    first: date
    last: date
    holidays: list[Stretch]
    workdays: list[date]
    types: np.ndarray


def span(calendar: WorkCalendar, first: date, last: date, language: Language) -> Span:
    """Return it, holidays named in the language."""
    days = list(calendar.days(first, last))
    off = {day.day for day in days if day.kind == DayKind.HOLIDAY}
    made_up = sorted(day.day for day in days if calendar.is_make_up_workday(day.day))
    festivals = calendar.festivals(first - SHOULDER, last + SHOULDER)
    types = classify(first, len(days), off, made_up, festivals)
    return Span(first, last, _stretches(days, language), made_up, types)


def _stretches(days: list[Day], language: Language) -> list[Stretch]:
    """Join holidays with no workday between; a stretch bears the name that most of its days bear."""
    found: list[list[Day]] = []
    is_joined = False
    for day in days:
        if day.kind == DayKind.HOLIDAY:
            if is_joined:
                found[-1].append(day)
            else:
                found.append([day])
        is_joined = day.kind == DayKind.HOLIDAY or (is_joined and day.kind == DayKind.REST)
    return [Stretch(group[0].day, group[-1].day, _name(group, language)) for group in found]


def _name(group: list[Day], language: Language) -> str:
    """What stands in brackets behind a name tells why the day is off, and is left out."""
    names = Counter(
        re.split("[(（]", day.english if language == "en" else day.name)[0].strip() for day in group
    )
    return names.most_common(1)[0][0]
