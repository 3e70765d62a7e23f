"""The time axis: days, weeks or months on one line, months or years on the next, and no label upon another.

The year in which a strip begins stands left of the drawing, where there is always room; so a strip over two years
says both.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from proxeny.core.words.language import GAP
from proxeny.web.charts.labels import WIDTHS, Label, Tick, placed, text_width, thinned
from proxeny.web.charts.model import DAY_BY_DAY_UP_TO

__all__ = ["WIDTHS", "Tick", "TimeAxis", "text_width", "time_axis"]
EACH_DAY_UP_TO = 31
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`fine`: days, weeks or months; `coarse`: months or years, on the line below; `year`: the first year."""

    fine: tuple[Tick, ...]
    coarse: tuple[Tick, ...]
    year: str


def time_axis(first: date, days: int, language: str) -> TimeAxis:
    """Return the labels for `days` days from `first` on, in `zh` or `en`."""
    months, year = _month_starts(first, days), _year(first, language)
    if days <= DAY_BY_DAY_UP_TO:
        fine = _each_day(first, days) if days <= EACH_DAY_UP_TO else _weeks(first, days)
        return TimeAxis(fine, placed(_named_months(first, days, months, language), days), year)
    return TimeAxis(
        _months(first, days, months, language), placed(_years(first, days, months, language), days), year
    )


def _each_day(first: date, days: int) -> tuple[Tick, ...]:
    """Every day; where there is no room for all, the Mondays among them."""
    found = [first + timedelta(days=index) for index in range(days)]
    ordinals = [day.toordinal() - 1 for day in found]
    return thinned(list(range(days)), [str(day.day) for day in found], ordinals, (1, 7, 14, 28), days)


def _weeks(first: date, days: int) -> tuple[Tick, ...]:
    mondays = list(range(-first.weekday() % 7, days, 7))
    texts = [str((first + timedelta(days=index)).day) for index in mondays]
    return thinned(mondays, texts, [index // 7 for index in mondays], (1, 2, 4), days)


def _months(first: date, days: int, starts: list[int], language: str) -> tuple[Tick, ...]:
    found = [first + timedelta(days=index) for index in starts]
    ordinals = [day.year * 12 + day.month - 1 for day in found]
    return thinned(starts, [_month(day, language) for day in found], ordinals, (1, 3, 6, 12, 24, 48), days)


def _named_months(first: date, days: int, starts: list[int], language: str) -> list[Label]:
    """Each month that the strip shows any of; a January says its year, the others only their name."""
    found = []
    for index, end in _stretches(sorted({0, *starts}), days):
        day = first + timedelta(days=index)
        is_new_year = index > 0 and day.month == 1
        texts = (_month_and_year(day, language), _year(day, language)) if is_new_year else ()
        found.append(Label(index, end, texts or (_month(day, language),), is_wanted=is_new_year))
    return found


def _years(first: date, days: int, months: list[int], language: str) -> list[Label]:
    """Each year that begins within the strip."""
    januaries = [index for index in months if index > 0 and (first + timedelta(days=index)).month == 1]
    return [
        Label(index, end, (_year(first + timedelta(days=index), language),), is_wanted=True)
        for index, end in _stretches(januaries, days)
    ]


def _stretches(starts: list[int], days: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts, days][1:], strict=True))


def _month_starts(first: date, days: int) -> list[int]:
    found, day = [], first.replace(day=1)
    while (index := (day - first).days) < days:
        if index >= 0:
            found.append(index)
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def _month(day: date, language: str) -> str:
    return f"{day.month}{GAP}月" if language == "zh" else MONTHS[day.month - 1]


def _year(day: date, language: str) -> str:
    return f"{day.year}{GAP}年" if language == "zh" else str(day.year)


def _month_and_year(day: date, language: str) -> str:
    if language == "zh":
        return f"{_year(day, language)}{GAP}{_month(day, language)}"
    return f"{_month(day, language)}{GAP}{day.year}"
