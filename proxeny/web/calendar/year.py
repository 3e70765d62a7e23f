"""A year of the working calendar, laid out in months and weeks for the page."""

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proxeny.core import words
from proxeny.core.calendar import Day, DayKind, WorkCalendar


@dataclass(frozen=True, slots=True)
class Cell:
    """One day as it is drawn."""

    day: Day
    is_make_up: bool
    is_today: bool

    @property
    def name(self) -> str:
        """What the day is called, in the reader's language."""
        return self.day.english if words.here() == "en" else self.day.name

    @property
    def shape(self) -> str:
        """The class of its shape: is-holiday, is-make-up, is-rest or is-workday."""
        return "is-make-up" if self.is_make_up else f"is-{DayKind(self.day.kind).value}"


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its first day, and its weeks from Monday, None where a week belongs to a neighbour."""

    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Days off in a row under one name."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1


def months(kept: WorkCalendar, year: int, today: date) -> list[Month]:
    """Return the twelve months of `year`."""
    return [_month(kept, date(year, number, 1), today) for number in range(1, 13)]


def runs(kept: WorkCalendar, year: int) -> list[Run]:
    """Return the holidays of `year`; days off in a row, weekends between them included, are one."""
    off: list[list[Day]] = [[]]
    for day in kept.days(date(year, 1, 1), date(year, 12, 31)):
        if day.kind == DayKind.WORKDAY:
            off.append([])
        else:
            off[-1].append(day)
    return [_run(row) for row in off if any(day.kind == DayKind.HOLIDAY for day in row)]


def make_up_days(kept: WorkCalendar, year: int) -> list[date]:
    """Return the weekend days of `year` that are worked."""
    return sorted(kept.make_up_set(date(year, 1, 1), date(year, 12, 31)))


def corrections(kept: WorkCalendar, year: int) -> list[Day]:
    """Return the days of `year` that a person corrected."""
    return [day for on, day in sorted(kept.corrections.items()) if on.year == year]


def _month(kept: WorkCalendar, first: date, today: date) -> Month:
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return Month(first, tuple(tuple(_cells(kept, week, first.month, today)) for week in weeks))


def _cells(kept: WorkCalendar, week: list[date], month: int, today: date) -> Iterator[Cell | None]:
    for on in week:
        in_month = on.month == month
        yield Cell(kept.day(on), kept.is_make_up_workday(on), on == today) if in_month else None


def _run(row: list[Day]) -> Run:
    holidays = [day for day in row if day.kind == DayKind.HOLIDAY]
    spoken = [day.english if words.here() == "en" else day.name for day in holidays]
    # Days taken in exchange carry a remark in brackets; the feast is what most days are called.
    plain = Counter(re.split(r"[（(]", name)[0].strip() for name in spoken)
    return Run(plain.most_common(1)[0][0], row[0].day, row[-1].day)
