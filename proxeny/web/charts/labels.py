"""Labels along an axis: which of them have room, from which width of the drawing on."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_GAP = 8
INDENT = 4
"""How far right of its tick a label begins, in pixels."""


@dataclass(frozen=True, slots=True)
class Width:
    """A range of widths of the drawing: its class in the style sheet, and its least number of pixels."""

    css: str
    pixels: int


WIDTHS = (Width("", 200), Width("from-small", 330), Width("from-medium", 520), Width("from-wide", 860))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and its label; `css` says from which width on the label has room.

    With `ends` the label stands at the right end of the axis, because the stretch it names is too short for it.
    """

    index: int
    text: str
    css: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What a stretch of days from `index` up to `end` may be called, the longest name first.

    One that `is_wanted` goes before the others, and stands at the right edge where its stretch is too short.
    """

    index: int
    end: int
    texts: Sequence[str]
    is_wanted: bool = False


@dataclass(frozen=True, slots=True)
class _Room:
    """A label that has its place: where it begins and ends at a given scale."""

    tick: Tick
    days: int

    def at(self, pixels: int) -> tuple[float, float]:
        width = text_width(self.tick.text)
        begin = pixels - width if self.tick.ends else self.tick.index * pixels / self.days + INDENT
        return begin, begin + width


def text_width(text: str) -> float:
    """Estimate how many pixels wide a text of 12 pixels is."""
    return sum(12.5 if ord(sign) > 0x2E7F else 7.0 for sign in text)


def thinned(
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


def placed(labels: Sequence[Label], days: int) -> tuple[Tick, ...]:
    """Give each label its place, the wanted ones first; what never has room is a tick without a word."""
    standing: dict[int, _Room] = {}
    for width in WIDTHS:
        for label in sorted(labels, key=lambda one: not one.is_wanted):
            if label.index not in standing and (room := _room(label, width, days, standing)):
                standing[label.index] = room
    return tuple(
        standing[label.index].tick if label.index in standing else Tick(label.index, "") for label in labels
    )


def _room(label: Label, width: Width, days: int, standing: dict[int, _Room]) -> _Room | None:
    taken = [other.at(width.pixels) for other in standing.values()]
    limit = label.end * width.pixels / days
    for text in label.texts:
        inside = _Room(Tick(label.index, text, width.css), days)
        if inside.at(width.pixels)[1] <= limit and _is_free(inside.at(width.pixels), taken):
            return inside
    if label.is_wanted and label.end == days:
        at_edge = _Room(Tick(label.index, label.texts[-1], width.css, ends=True), days)
        if _is_free(at_edge.at(width.pixels), taken):
            return at_edge
    return None


def _is_free(wanted: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return all(wanted[0] >= end + LEAST_GAP or wanted[1] + LEAST_GAP <= begin for begin, end in taken)
