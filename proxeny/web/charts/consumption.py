"""The strip chart of consumption: the curve, its rhythm, holidays, swings, and what else happened then."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from proxeny.web.charts.events import GUTTER, ROW, drawn_rows
from proxeny.web.charts.geometry import Frame, line, ribbon
from proxeny.web.charts.model import Bracket, Strip
from proxeny.web.charts.months import time_axis
from proxeny.web.charts.paint import FONTS, PRINT
from proxeny.web.charts.scale import Scale, scale_for, tick_labels
from proxeny.web.charts.svg import Pen, number

PLOT = 200
LANE = 24
AXIS = 40
MARGIN = 14
MOST_LANES = 3
NARROWEST_NOTED_GAP = 0.06
PAGE_LEFT, PRINT_LEFT, PRINT_WIDTH, PRINT_RIGHT, PRINT_HEAD = 0.0, 72.0, 880.0, 24.0, 52.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The drawing in hand: pen, frame, value axis and the heights of its parts."""

    strip: Strip
    pen: Pen
    frame: Frame
    scale: Scale
    top: float

    @property
    def bottom(self) -> float:
        return self.top + PLOT

    def rect(self, css: str, first: float, days: float, hint: str, **more: object) -> str:
        """A rectangle over whole days, as high as the plot."""
        return self.pen.tag(
            "rect", css, self.pen.hint(hint), x=self.frame.across(first), width=self.frame.breadth(days),
            y=number(self.top), height=PLOT, **more,
        )  # fmt: skip

    def upright(self, css: str, day: float, top: float, bottom: float) -> str:
        """A vertical line."""
        x = self.frame.across(day)
        return self.pen.tag("line", css, x1=x, x2=x, y1=number(top), y2=number(bottom))


def drawn(strip: Strip) -> str:
    """Return the chart for a page, as wide as the page lets it be; colours come from the style sheet."""
    sheet = _sheet(strip, Pen(), Frame(strip.days, None, PAGE_LEFT), MARGIN)
    described = f"{strip.key}-title {strip.key}-summary"
    head = sheet.pen.tag("title", "", _escaped(strip.title), id=f"{strip.key}-title")
    head += sheet.pen.tag("desc", "", _escaped(strip.summary), id=f"{strip.key}-summary")
    return sheet.pen.tag(
        "svg", "chart", head + _content(sheet), role="img", aria_labelledby=described,
        width="100%", height=number(_height(sheet)), overflow="visible",
    )  # fmt: skip


def printed(strip: Strip) -> str:
    """Return the chart as a file of its own: 976 pixels wide, its colours in it, on white."""
    sheet = _sheet(strip, Pen(PRINT), Frame(strip.days, PRINT_WIDTH, PRINT_LEFT), MARGIN + PRINT_HEAD)
    width, height = PRINT_LEFT + PRINT_WIDTH + PRINT_RIGHT, _height(sheet) + MARGIN
    pen = sheet.pen
    paper = pen.tag("rect", width=number(width), height=number(height), fill="#ffffff")
    head = pen.text(strip.title, "chart-title", x=PRINT_RIGHT, y=28) + pen.text(
        strip.summary, "chart-words", x=PRINT_RIGHT, y=48
    )
    return pen.tag(
        "svg", "", paper + head + _content(sheet), xmlns="http://www.w3.org/2000/svg", font_family=FONTS,
        width=number(width), height=number(height), viewBox=f"0 0 {number(width)} {number(height)}",
    )  # fmt: skip


def _sheet(strip: Strip, pen: Pen, frame: Frame, head: float) -> _Sheet:
    return _Sheet(strip, pen, frame, _scale(strip), head + len(_swings_shown(strip)) * LANE)


def _swings_shown(strip: Strip) -> list[Bracket]:
    return [swing for swing in strip.swings if swing.since <= strip.last][:MOST_LANES]


def _scale(strip: Strip) -> Scale:
    shown = [strip.values, *(strip.band or ())]
    known = np.concatenate([array[np.isfinite(array)] for array in shown])
    return (
        scale_for(float(known.min()), float(known.max()), PLOT) if known.size else scale_for(0.0, 0.0, PLOT)
    )


def _height(sheet: _Sheet) -> float:
    return sheet.bottom + AXIS + len(sheet.strip.rows) * ROW


def _content(sheet: _Sheet) -> str:
    layers = (_patterns, _holidays, _grid, _gaps, _curves, _axis, _swings, _events, _today)
    return "".join(layer(sheet) for layer in layers)


def _patterns(sheet: _Sheet) -> str:
    """Hatches: to the right for holidays, crossed for days without record."""
    pen, key = sheet.pen, sheet.strip.key
    holiday = pen.tag("path", "chart-holiday", d="M-1 7L7-1M5 13L13 5M-1 19L19-1", fill="none")
    gap = pen.tag("path", "chart-gap", d="M-1-1L7 7M-1 7L7-1", fill="none")
    return pen.tag(
        "defs",
        "",
        pen.tag("pattern", "", holiday, id=f"{key}-holiday", width=6, height=6, patternUnits="userSpaceOnUse")
        + pen.tag("pattern", "", gap, id=f"{key}-gap", width=6, height=6, patternUnits="userSpaceOnUse"),
    )


def _grid(sheet: _Sheet) -> str:
    strip, pen, frame = sheet.strip, sheet.pen, sheet.frame
    parts = []
    for tick, label in zip(sheet.scale.ticks, tick_labels(sheet.scale.ticks, strip.language), strict=True):
        y = sheet.top + sheet.scale.level(tick)
        css = "chart-base" if tick == 0 else "chart-grid"
        parts.append(
            pen.tag("line", css, x1=frame.across(0), x2=frame.across(strip.days), y1=number(y), y2=number(y))
        )
        parts.append(pen.text(label, "chart-value", x=number(frame.left - GUTTER), y=number(y + 4)))
    return "".join(parts)


def _holidays(sheet: _Sheet) -> str:
    strip, fill = sheet.strip, f"url(#{sheet.strip.key}-holiday)"
    parts = []
    for stretch in strip.holidays:
        first, end = max(0, strip.index(stretch.first)), min(strip.days, strip.index(stretch.last) + 1)
        if first < end:
            hint = f"{stretch.name} {stretch.first.isoformat()} – {stretch.last.isoformat()}".strip()
            parts.append(sheet.rect("", first, end - first, hint, fill=fill))
    return "".join(parts)


def _gaps(sheet: _Sheet) -> str:
    strip, fill = sheet.strip, f"url(#{sheet.strip.key}-gap)"
    words, middle, parts = _("no record"), sheet.top + PLOT / 2, []
    for first, days in strip.gaps():
        parts.append(sheet.rect("", first, days, words, fill=fill))
        if days >= NARROWEST_NOTED_GAP * strip.days:
            x = sheet.frame.across(first + days / 2)
            parts.append(sheet.pen.text(words, "chart-mark chart-halo", x=x, y=number(middle)))
    return "".join(parts)


def _curves(sheet: _Sheet) -> str:
    strip, pen, step, grain = sheet.strip, sheet.pen, sheet.frame.step, sheet.frame.grain
    parts = []
    if strip.band:
        low, high = strip.band
        area = ribbon(sheet.scale.down(high), sheet.scale.down(low), step, grain)
        parts.append(pen.tag("path", "chart-usual", d=area))
    for css, values in (("chart-daily", strip.values), ("chart-smooth", strip.smooth)):
        course = line(sheet.scale.down(values), step, grain)
        parts.append(pen.tag("path", css, d=course, vector_effect="non-scaling-stroke"))
    return sheet.frame.curves(pen, "".join(parts), sheet.top, PLOT)


def _axis(sheet: _Sheet) -> str:
    strip, pen, frame, parts = sheet.strip, sheet.pen, sheet.frame, []
    axis = time_axis(strip.first, strip.days, strip.language)
    for ticks, depth, longer in ((axis.fine, 16, 5), (axis.coarse, 32, 9)):
        for tick in ticks:
            parts.append(sheet.upright("chart-base", tick.index, sheet.bottom, sheet.bottom + longer))
            if tick.text:
                css = f"chart-words {tick.css}".rstrip()
                parts.append(
                    pen.text(tick.text, css, x=frame.across(tick.index), dx=4, y=number(sheet.bottom + depth))
                )
    parts += [_workday(sheet, strip.index(day)) for day in strip.workdays if strip.holds(day)]
    return "".join(parts)


def _workday(sheet: _Sheet, index: int) -> str:
    """A weekend day worked in exchange: a small triangle that stands on the floor of the plot."""
    x, hint = sheet.frame.across(index + 0.5), _("worked in exchange for a holiday")
    return sheet.pen.text("▴", "chart-mark chart-workday", hint, x=x, y=number(sheet.bottom))


def _swings(sheet: _Sheet) -> str:
    """Brackets over the plot, the longest on top, each from its first day to now, its words at the right."""
    strip, pen, frame, parts = sheet.strip, sheet.pen, sheet.frame, []
    ordered = sorted(_swings_shown(strip), key=lambda swing: swing.since)
    for lane, swing in enumerate(ordered):
        first = max(0, strip.index(swing.since))
        y = sheet.top - (len(ordered) - lane) * LANE + LANE - 4
        left, right = frame.across(first), frame.across(strip.days)
        parts.append(pen.tag("line", "chart-swing", x1=left, x2=right, y1=number(y), y2=number(y)))
        parts.append(sheet.upright("chart-swing", first, y, y + 5))
        parts.append(sheet.upright("chart-since", first, y + 5, sheet.bottom))
        parts.append(
            pen.text(swing.label, "chart-label chart-end chart-halo", swing.hint, x=right, y=number(y - 5))
        )
    return "".join(parts)


def _events(sheet: _Sheet) -> str:
    return drawn_rows(sheet.strip, sheet.pen, sheet.frame, sheet.bottom + AXIS)


def _today(sheet: _Sheet) -> str:
    strip = sheet.strip
    index = strip.index(strip.today)
    if (
        not 0 <= index <= strip.days
    ):  # the end of a strip that was drawn up to yesterday is the beginning of today
        return ""
    depth = sheet.bottom + AXIS + len(strip.rows) * ROW
    return sheet.upright("chart-today", min(index + 0.5, strip.days), sheet.top, depth)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
