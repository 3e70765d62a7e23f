"""Medians with their intervals, period by period: a dot, a whisker, and an open end where nobody can say how far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from proxeny.web.charts.scale import scale_for
from proxeny.web.charts.svg import Pen, number

WIDTH, HEIGHT, TOP, FOOT, LEFT = 320, 96, 10, 22, 44
OPEN = 6


@dataclass(frozen=True, slots=True)
class Whisker:
    """One period: its name, the median with its interval (None where there is none), and the words for those who hover."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    hint: str


def whiskers(points: Sequence[Whisker], title: str, unit: str) -> SafeString:
    """Return the picture; `title` is read by those who cannot see it, `unit` stands at the axis."""
    ends = [end for one in points for end in (one.value, one.low, one.high) if end is not None]
    scale, pen = scale_for(0.0, max(ends, default=1.0), HEIGHT), Pen()
    step = (WIDTH - LEFT) / max(len(points), 1)
    drawn = [_tick(pen, scale.level(tick), f"{tick:g}") for tick in (scale.ticks[0], scale.ticks[-1])]
    drawn.append(pen.text(unit, "chart-value", x=LEFT - 6, y=TOP + HEIGHT / 2 + 4))
    for place, one in enumerate(points):
        x = LEFT + step * (place + 0.5)
        drawn.append(pen.text(one.name, "chart-mark", x=number(x), y=TOP + HEIGHT + FOOT - 6))
        if one.value is not None:
            drawn.append(_one(pen, one, x, scale.level))
    svg = pen.tag(
        "svg", "chart whiskers", pen.hint(title) + "".join(drawn), role="img",
        viewBox=f"0 0 {WIDTH} {TOP + HEIGHT + FOOT}",
    )  # fmt: skip
    return SafeString(svg)  # the pen has escaped every word


def _one(pen: Pen, one: Whisker, x: float, level: Callable[[float], float]) -> str:
    value = one.value or 0.0
    low = TOP + level(value if one.low is None else one.low)
    high = float(TOP) if one.high is None else TOP + level(one.high)
    dot = TOP + level(value)
    parts = [pen.tag("line", "whisker", x1=number(x), x2=number(x), y1=number(low), y2=number(high))]
    if one.high is None:
        left, right, below = number(x - OPEN / 2), number(x + OPEN / 2), number(high + OPEN)
        tip = f"{left},{below} {number(x)},{number(high)} {right},{below}"
        parts.append(pen.tag("polyline", "whisker", points=tip))
    parts.append(pen.tag("circle", "whisker-dot", cx=number(x), cy=number(dot), r=3.5))
    return pen.tag("g", "", pen.hint(one.hint) + "".join(parts))


def _tick(pen: Pen, down: float, label: str) -> str:
    y = TOP + down
    rule = pen.tag("line", "chart-grid", x1=LEFT, x2=WIDTH, y1=number(y), y2=number(y))
    return rule + pen.text(label, "chart-value", x=LEFT - 6, y=number(y + 4))
