"""How a customer stood over time: the score with its range in ink, and what people judged, below it, in vermilion."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.safestring import SafeString

from proxeny.web.charts.svg import Pen, number

WIDTH, HEIGHT, TOP, LANE, FOOT, LEFT = 720, 132, 8, 26, 20, 34
BEST = 100.0


@dataclass(frozen=True, slots=True)
class Stood:
    """The score and its range from a day on."""

    since: date
    score: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Word:
    """What a person held, from a day to the day before another; `hint` says who and why."""

    since: date
    until: date
    band: str
    hint: str


@dataclass(frozen=True, slots=True)
class Span:
    """From which day to which the picture goes, with what stands at its two ends."""

    first: date
    last: date
    first_said: str
    last_said: str


def standing(
    span: Span, stood: Sequence[Stood], judged: Sequence[Word], title: str, levels: Sequence[float]
) -> SafeString:
    """Return the picture; `levels` are the scores at which bands begin, `title` is read by those who cannot see it."""
    pen = Pen()
    drawn = [_rule(pen, level) for level in (0.0, *levels, BEST)]
    drawn += [_range(pen, span, stood), _line(pen, span, stood)]
    drawn += [_word(pen, span, one) for one in judged if one.until > span.first and one.since <= span.last]
    foot = TOP + HEIGHT + LANE + FOOT - 5
    drawn.append(pen.text(span.first_said, "chart-mark standing-start", x=LEFT, y=foot))
    drawn.append(pen.text(span.last_said, "chart-end", x=WIDTH, y=foot))
    return SafeString(  # the pen has escaped every word
        pen.tag(
            "svg", "chart standing", pen.hint(title) + "".join(drawn), role="img",
            viewBox=f"0 0 {WIDTH} {TOP + HEIGHT + LANE + FOOT}",
        )
    )  # fmt: skip


def _across(span: Span, day: date) -> float:
    days = max((span.last - span.first).days, 1)
    place = min(max((day - span.first).days / days, 0.0), 1.0)
    return LEFT + (WIDTH - LEFT) * place


def _down(score: float) -> float:
    return TOP + HEIGHT * (1 - score / BEST)


def _rule(pen: Pen, level: float) -> str:
    y = number(_down(level))
    rule = pen.tag("line", "chart-grid", x1=LEFT, x2=WIDTH, y1=y, y2=y)
    return rule + pen.text(f"{level:g}", "chart-value", x=LEFT - 6, y=number(_down(level) + 4))


def _steps(span: Span, stood: Sequence[Stood]) -> list[tuple[float, float, Stood]]:
    """Each row holds until the next; the last one to the end."""
    ends = [*(after.since for _before, after in pairwise(stood)), span.last]
    return [(_across(span, one.since), _across(span, end), one) for one, end in zip(stood, ends, strict=True)]


def _range(pen: Pen, span: Span, stood: Sequence[Stood]) -> str:
    steps = _steps(span, stood)
    there = [f"{number(x)},{number(_down(one.high))}" for left, right, one in steps for x in (left, right)]
    back = [
        f"{number(x)},{number(_down(one.low))}" for left, right, one in reversed(steps) for x in (right, left)
    ]
    return pen.tag("polygon", "standing-range", points=" ".join([*there, *back])) if steps else ""


def _line(pen: Pen, span: Span, stood: Sequence[Stood]) -> str:
    points = [
        f"{number(x)},{number(_down(one.score))}"
        for left, right, one in _steps(span, stood)
        for x in (left, right)
    ]
    return pen.tag("polyline", "standing-line", points=" ".join(points)) if points else ""


def _word(pen: Pen, span: Span, one: Word) -> str:
    left, right = _across(span, one.since), _across(span, one.until)
    bar = pen.tag(
        "rect", "standing-word", pen.hint(one.hint),
        x=number(left), y=TOP + HEIGHT + 8, width=number(max(right - left, 3)), height=LANE - 10, rx=2,
    )  # fmt: skip
    if right - left < 44:
        return bar
    return bar + pen.text(one.band, "standing-band", one.hint, x=number(left + 5), y=TOP + HEIGHT + 20)
