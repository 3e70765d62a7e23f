"""Rows of small marks on the time axis of a strip chart: one row for each sort of thing that happened."""

from collections.abc import Iterable
from dataclasses import dataclass

from proxeny.web.charts.geometry import Frame
from proxeny.web.charts.model import EventRow, Mark, Strip
from proxeny.web.charts.svg import Pen, number

ROW = 24
MOST_HINTS = 6
GUTTER = 8
PLACES = 64
"""How many marks have room side by side."""


@dataclass(frozen=True, slots=True)
class _Place:
    index: int
    marks: tuple[Mark, ...]


def drawn_rows(strip: Strip, pen: Pen, frame: Frame, top: float) -> str:
    """Draw the strip's rows of marks from `top` downwards; their names stand left of the drawing."""
    return "".join(_row(strip, row, pen, frame, top + place * ROW) for place, row in enumerate(strip.rows))


def _row(strip: Strip, row: EventRow, pen: Pen, frame: Frame, top: float) -> str:
    middle, base = number(top + ROW / 2), number(top + ROW / 2 + 4)
    ground = pen.tag(
        "line", "chart-grid", x1=frame.across(0), x2=frame.across(strip.days), y1=middle, y2=middle
    )
    name = pen.text(row.name, "chart-name", x=number(frame.left - GUTTER), y=base)
    marks = [
        pen.text(
            _sign(place),
            "chart-mark chart-judged" if any(mark.by_a_person for mark in place.marks) else "chart-mark",
            _hint(place.marks),
            x=frame.across(place.index + 0.5),
            y=base,
        )
        for place in _places(strip, row.marks)
    ]
    return ground + name + "".join(marks)


def _places(strip: Strip, marks: Iterable[Mark]) -> list[_Place]:
    """Gather marks that would lie upon each other; they stand where the first of them happened."""
    near = strip.days / PLACES
    places: list[_Place] = []
    for mark in sorted((mark for mark in marks if strip.holds(mark.day)), key=lambda mark: mark.day):
        index = strip.index(mark.day)
        if places and index - places[-1].index < near:
            places[-1] = _Place(places[-1].index, (*places[-1].marks, mark))
        else:
            places.append(_Place(index, (mark,)))
    return places


def _sign(place: _Place) -> str:
    shown = next((mark for mark in place.marks if mark.by_a_person), place.marks[-1])
    return shown.sign


def _hint(marks: tuple[Mark, ...]) -> str:
    lines = [f"{mark.day.isoformat()} {mark.words}" for mark in marks[:MOST_HINTS]]
    return "\n".join([*lines, f"+{len(marks) - MOST_HINTS}"] if len(marks) > MOST_HINTS else lines)
