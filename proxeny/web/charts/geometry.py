"""Where things stand: a frame as wide as its page, or one of a fixed width; and paths with honest gaps."""

from dataclasses import dataclass

import numpy as np

from proxeny.web.charts.model import Floats, runs
from proxeny.web.charts.svg import Pen, number


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns days into places across.

    With `width` None the drawing is as wide as the page lets it be: text stands at percentages and keeps its
    size, and only the curves, in a drawing of their own with one unit a day, are stretched. With a width, all
    is in pixels.
    """

    days: int
    width: float | None = None
    left: float = 0.0

    def across(self, day: float) -> str:
        """Return the place of a day's beginning; half a day later is its middle."""
        if self.width is None:
            return f"{100 * day / self.days:.2f}%"
        return number(self.left + self.width * day / self.days)

    def breadth(self, days: float) -> str:
        """Return how broad so many days are."""
        if self.width is None:
            return f"{100 * days / self.days:.2f}%"
        return number(self.width * days / self.days)

    @property
    def step(self) -> float:
        """How far apart two days are in the drawing of the curves."""
        return 1.0 if self.width is None else self.width / self.days

    @property
    def grain(self) -> int:
        """Return how many units of depth make a pixel in the drawing of the curves.

        On a page whole units are fine enough.
        """
        return 2 if self.width is None else 1

    def curves(self, pen: Pen, content: str, top: float, height: float) -> str:
        """Put paths drawn from the top left corner in their place."""
        if self.width is None:
            box = f"0 0 {self.days} {number(height * self.grain)}"
            return pen.tag(
                "svg", "", content, y=number(top), width="100%", height=number(height),
                viewBox=box, preserveAspectRatio="none", overflow="visible",
            )  # fmt: skip
        return pen.tag("g", "", content, transform=f"translate({number(self.left)} {number(top)})")


def line(depths: Floats, step: float, grain: int = 1) -> str:
    """Return a path through the known depths (pixels from the top), one a day.

    It breaks at NaN, a lone day is a dot.
    """
    rounded = _rounded(depths, grain)
    return "".join(
        _start(start, step, rounded[start])
        + (_onward(rounded[start : start + length], step) if length > 1 else "h0")
        for start, length in runs(np.isfinite(rounded))
    )


def ribbon(upper: Floats, lower: Floats, step: float, grain: int = 1) -> str:
    """Return the area between two rows of depths, for each unbroken run of days of which both are known."""
    high, low = _rounded(upper, grain), _rounded(lower, grain)
    pieces = []
    for start, length in runs(np.isfinite(high) & np.isfinite(low)):
        if length > 1:
            there, back = high[start : start + length], low[start : start + length][::-1]
            turn = f"v{back[0] - there[-1]:.4g}"
            pieces.append(
                _start(start, step, there[0]) + _onward(there, step) + turn + _onward(back, -step) + "z"
            )
    return "".join(pieces)


def _start(day: int, step: float, depth: float) -> str:
    return f"M{(day + 0.5) * step:.5g} {depth:.5g}"


def _onward(depths: Floats, step: float) -> str:
    across = f"{step:.4g}"
    return "l" + " ".join(f"{across} {down:.4g}" for down in np.diff(depths).tolist()).replace(" -", "-")


def _rounded(depths: Floats, grain: int) -> Floats:
    return np.round(depths * grain, 0 if grain > 1 else 1)
