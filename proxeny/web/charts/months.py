"""The time axis: weeks or months on one line, months or years on the next, and no label upon another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from proxeny.core.words.language import GAP
from proxeny.web.charts.model import DAY_BY_DAY_UP_TO

LEAST_GAP = 8
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Wording = Callable[[date, str], str]


@dataclass(frozen=True, slots=True)
class Width:
    """A range of widths of the drawing: its class in the style sheet, and its least number of pixels."""

    css: str
    pixels: int


WIDTHS = (Width("", 250), Width("from-medium", 520), Width("from-wide", 860))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and its label; `css` says from which width on the label has room."""

    index: int
    text: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`fine`: weeks or months; `coarse`: months or years, on the line below."""

    fine: tuple[Tick, ...]
    coarse: tuple[Tick, ...]


def time_axis(first: date, days: int, language: str) -> TimeAxis:
    """Return the labels for `days` days from `first` on, in `zh` or `en`."""
    months = _month_starts(first, days)
    if days <= DAY_BY_DAY_UP_TO:
        return TimeAxis(_weeks(first, days), _coarse(first, days, months, _month_and_year, language))
    years = [index for index in months if (first + timedelta(days=index)).month == 1]
    return TimeAxis(_months(first, days, months, language), _coarse(first, days, years, _year, language))


def text_width(text: str) -> float:
    """Estimate how many pixels wide a text of 12 pixels is."""
    return sum(12.5 if ord(sign) > 0x2E7F else 7.0 for sign in text)


def _weeks(first: date, days: int) -> tuple[Tick, ...]:
    mondays = list(range(-first.weekday() % 7, days, 7))
    texts = [str((first + timedelta(days=index)).day) for index in mondays]
    return _thinned(mondays, texts, [index // 7 for index in mondays], (1, 2, 4), days)


def _months(first: date, days: int, starts: list[int], language: str) -> tuple[Tick, ...]:
    found = [first + timedelta(days=index) for index in starts]
    ordinals = [day.year * 12 + day.month - 1 for day in found]
    return _thinned(starts, [_month(day, language) for day in found], ordinals, (1, 3, 6, 12, 24, 48), days)


def _thinned(
    places: list[int], texts: list[str], ordinals: list[int], steps: tuple[int, ...], days: int
) -> tuple[Tick, ...]:
    """Label every so many places: for each range of widths the smallest step whose labels keep apart.

    Each step divides the next, so that what has room in a narrow drawing also stands in a wide one.
    """
    if not places:
        return ()
    spacing = days if len(places) < 2 else (places[-1] - places[0]) / (len(places) - 1)
    broadest = max(map(text_width, texts)) + LEAST_GAP
    chosen = [
        (w, next((s for s in steps if s * spacing * w.pixels / days >= broadest), steps[-1])) for w in WIDTHS
    ]
    ticks = []
    for index, text, ordinal in zip(places, texts, ordinals, strict=True):
        room = (days - index) / days
        shown = [w.css for w, step in chosen if ordinal % step == 0 and room * w.pixels >= text_width(text)]
        ticks.append(Tick(index, text, shown[0]) if shown else Tick(index, ""))
    return tuple(ticks)


def _coarse(first: date, days: int, starts: list[int], wording: Wording, language: str) -> tuple[Tick, ...]:
    """Name what the strip begins in, then each change; a stretch too short for its name goes without."""
    chosen: list[Tick] = []
    for index in sorted({0, *starts}, reverse=True):
        text = wording(first + timedelta(days=index), language)
        room = (chosen[-1].index if chosen else days) - index
        fits = next((w.css for w in WIDTHS if room * w.pixels / days >= text_width(text) + LEAST_GAP), None)
        if fits is not None:
            chosen.append(Tick(index, text, fits))
    return tuple(reversed(chosen))


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
