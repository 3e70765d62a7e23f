"""The strip chart of consumption: the curve, its rhythm, holidays, swings, and what else happened then."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from proxeny.web.charts.events import GUTTER, ROW, drawn_rows
from proxeny.web.charts.geometry import Frame, line, ribbon
from proxeny.web.charts.labels import INDENT, Tick
from proxeny.web.charts.model import Bracket, Strip
from proxeny.web.charts.months import time_axis
from proxeny.web.charts.scale import Scale, scale_for, tick_labels
from proxeny.web.charts.svg import Pen, number

PLOT = 200
LANE = 24
AXIS = 40
MARGIN = 14
MOST_LANES = 3
NARROWEST_NOTED_GAP = 0.06


@dataclass(frozen=True, slots=True)
class Sheet:
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
    sheet = laid_out(strip, Pen(), Frame(strip.days), MARGIN)
    described = f"{strip.key}-title {strip.key}-summary"
    head = sheet.pen.tag("title", "", sheet.pen.escaped(strip.title), id=f"{strip.key}-title")
    head += sheet.pen.tag("desc", "", sheet.pen.escaped(strip.summary), id=f"{strip.key}-summary")
    return sheet.pen.tag(
        "svg", "chart", head + content(sheet), role="img", aria_labelledby=described,
        width="100%", height=number(height(sheet)), overflow="visible",
    )  # fmt: skip


def laid_out(strip: Strip, pen: Pen, frame: Frame, head: float) -> Sheet:
    """Return the sheet on which `content` draws; `head` is how far down it begins, in pixels."""
    return Sheet(strip, pen, frame, _scale(strip), head + len(_swings_shown(strip)) * LANE)


def _swings_shown(strip: Strip) -> list[Bracket]:
    return [swing for swing in strip.swings if swing.since <= strip.last][:MOST_LANES]


def _scale(strip: Strip) -> Scale:
    shown = [strip.values, *(strip.band or ())]
    known = np.concatenate([array[np.isfinite(array)] for array in shown])
    return (
        scale_for(float(known.min()), float(known.max()), PLOT) if known.size else scale_for(0.0, 0.0, PLOT)
    )


def page_height(swings: int, rows: int) -> int:
    """Return how high a chart on a page is, in pixels, before it is drawn: its place can be kept for it."""
    return MARGIN + min(swings, MOST_LANES) * LANE + PLOT + AXIS + rows * ROW


def height(sheet: Sheet) -> float:
    """Return how far down the drawing reaches, in pixels."""
    return sheet.bottom + AXIS + len(sheet.strip.rows) * ROW


def content(sheet: Sheet) -> str:
    """Return all that is drawn, what lies below first."""
    layers = (_patterns, _holidays, _grid, _gaps, _curves, _axis, _swings, _events, _today)
    return "".join(layer(sheet) for layer in layers)


def _patterns(sheet: Sheet) -> str:
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


def _grid(sheet: Sheet) -> str:
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


def _holidays(sheet: Sheet) -> str:
    strip, fill = sheet.strip, f"url(#{sheet.strip.key}-holiday)"
    parts = []
    for stretch in strip.holidays:
        first, end = max(0, strip.index(stretch.first)), min(strip.days, strip.index(stretch.last) + 1)
        if first < end:
            hint = f"{stretch.name} {stretch.first.isoformat()} – {stretch.last.isoformat()}".strip()
            parts.append(sheet.rect("", first, end - first, hint, fill=fill))
    return "".join(parts)


def _gaps(sheet: Sheet) -> str:
    strip, fill = sheet.strip, f"url(#{sheet.strip.key}-gap)"
    words, middle, parts = _("no record"), sheet.top + PLOT / 2, []
    for first, days in strip.gaps():
        parts.append(sheet.rect("", first, days, words, fill=fill))
        if days >= NARROWEST_NOTED_GAP * strip.days:
            x = sheet.frame.across(first + days / 2)
            parts.append(sheet.pen.text(words, "chart-mark chart-halo", x=x, y=number(middle)))
    return "".join(parts)


def _curves(sheet: Sheet) -> str:
    strip, pen, step, grain = sheet.strip, sheet.pen, sheet.frame.step, sheet.frame.grain
    parts = []
    if strip.band:
        low, high = strip.band
        area = ribbon(sheet.scale.down(high), sheet.scale.down(low), step, grain)
        parts.append(pen.tag("path", "chart-usual", d=area, vector_effect="non-scaling-stroke"))
    for css, values in (("chart-daily", strip.values), ("chart-smooth", strip.smooth)):
        course = line(sheet.scale.down(values), step, grain)
        parts.append(pen.tag("path", css, d=course, vector_effect="non-scaling-stroke"))
    return sheet.frame.curves(pen, "".join(parts), sheet.top, PLOT)


def _axis(sheet: Sheet) -> str:
    strip, pen = sheet.strip, sheet.pen
    axis = time_axis(strip.first, strip.days, strip.language)
    parts = [
        pen.text(axis.year, "chart-value", x=number(sheet.frame.left - GUTTER), y=number(sheet.bottom + 32))
    ]
    for ticks, depth, longer in ((axis.fine, 16, 5), (axis.coarse, 32, 9)):
        for tick in ticks:
            parts.append(sheet.upright("chart-base", tick.index, sheet.bottom, sheet.bottom + longer))
            if tick.text:
                parts.append(_label(sheet, tick, number(sheet.bottom + depth)))
    parts += [_workday(sheet, strip.index(day)) for day in strip.workdays if strip.holds(day)]
    return "".join(parts)


def _label(sheet: Sheet, tick: Tick, y: str) -> str:
    if tick.ends:
        css = f"chart-words chart-end {tick.css}".rstrip()
        return sheet.pen.text(tick.text, css, x=sheet.frame.across(sheet.strip.days), y=y)
    css = f"chart-words {tick.css}".rstrip()
    return sheet.pen.text(tick.text, css, x=sheet.frame.across(tick.index), dx=INDENT, y=y)


def _workday(sheet: Sheet, index: int) -> str:
    """A weekend day worked in exchange: a small triangle that stands on the floor of the plot."""
    x, hint = sheet.frame.across(index + 0.5), _("worked in exchange for a holiday")
    return sheet.pen.text("▴", "chart-mark chart-workday", hint, x=x, y=number(sheet.bottom))


def _swings(sheet: Sheet) -> str:
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


def _events(sheet: Sheet) -> str:
    return drawn_rows(sheet.strip, sheet.pen, sheet.frame, sheet.bottom + AXIS)


def _today(sheet: Sheet) -> str:
    strip = sheet.strip
    index = strip.index(strip.today)
    if (
        not 0 <= index <= strip.days
    ):  # the end of a strip that was drawn up to yesterday is the beginning of today
        return ""
    depth = sheet.bottom + AXIS + len(strip.rows) * ROW
    return sheet.upright("chart-today", min(index + 0.5, strip.days), sheet.top, depth)
