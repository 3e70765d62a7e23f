"""The colours of `css/tokens.css` in both lights, and how well they can be told apart."""

import re
from dataclasses import dataclass

from proxeny.web.assets import STATIC

SHEET = STATIC / "css" / "tokens.css"
TEXT, GEOMETRY = 4.5, 3.0
GROUNDS = ("paper", "paper-sunk", "paper-raised")
WRITTEN = ("ink", "ink-2", "ink-3", "vermilion", "amber", "green", "blue")
DRAWN = ("edge", "vermilion", "amber", "green", "blue", "focus", "ink-2")
ON = (("on-ink", "ink"), ("on-vermilion", "vermilion"), ("amber", "amber-wash"), ("green", "green-wash"),
      ("vermilion", "vermilion-wash"), ("ink", "paper-chosen"), ("ink-2", "paper-chosen"), ("ink", "paper-hover"))  # fmt: skip
"""What is written on a ground of its own: first the words, then the ground."""

_COLOUR = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
_STEP = re.compile(r"--(s\d+): (\d+)px;")
_TYPE = re.compile(r"--(tiny|small|text|reading|title|figure): ([\d.]+)rem;")


@dataclass(frozen=True, slots=True)
class Pair:
    """Words or lines on a ground: the measured contrast by light and dark, and the least it must be."""

    front: str
    ground: str
    least: float
    light: float
    dark: float

    @property
    def is_enough(self) -> bool:
        """Tell whether it can be read in both lights."""
        return min(self.light, self.dark) >= self.least


def colours() -> dict[str, tuple[str, str]]:
    """Return each colour's value in the light and in the dark."""
    return {name: (light, dark) for name, light, dark in _COLOUR.findall(SHEET.read_text("utf-8"))}


def steps() -> list[tuple[str, int]]:
    """Return the steps of space with their pixels."""
    return [(name, int(pixels)) for name, pixels in _STEP.findall(SHEET.read_text("utf-8"))]


def sizes() -> list[tuple[str, float]]:
    """Return the sizes of type with their pixels at the usual size."""
    return [(name, 16 * float(rem)) for name, rem in _TYPE.findall(SHEET.read_text("utf-8"))]


def pairs() -> list[Pair]:
    """Return every pair that is used, with its contrast."""
    found = colours()
    wanted = [(front, ground, TEXT) for front in WRITTEN for ground in GROUNDS]
    wanted += [(front, ground, TEXT) for front, ground in ON]
    wanted += [(front, ground, GEOMETRY) for front in DRAWN for ground in GROUNDS]
    return [
        Pair(front, ground, least, *(contrast(found[front][at], found[ground][at]) for at in (0, 1)))
        for front, ground, least in wanted
    ]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 measures it: from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
