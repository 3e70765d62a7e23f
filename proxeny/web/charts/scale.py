"""The value axis: round steps, and figures written as people in each language say them."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proxeny.core.words.language import GAP

Floats = NDArray[np.float64]
MOST_STEPS = 4
_UNITS = {
    "zh": ((1e12, f"{GAP}万亿"), (1e8, f"{GAP}亿"), (1e4, f"{GAP}万"), (1.0, "")),
    "en": ((1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k"), (1.0, "")),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis of `height` pixels: `ticks` are round, the lowest at the bottom."""

    ticks: tuple[float, ...]
    height: float

    def down(self, values: Floats) -> Floats:
        """Return how far below the top each value lies, in pixels; what is off the scale lies on its edge."""
        low, high = self.ticks[0], self.ticks[-1]
        return (1 - (np.clip(values, low, high) - low) / (high - low)) * self.height

    def level(self, value: float) -> float:
        """Return how far below the top one value lies."""
        return float(self.down(np.array([value]))[0])


def scale_for(lowest: float, highest: float, height: float) -> Scale:
    """Return the axis that holds both values and nought, in about four round steps."""
    low, high = min(lowest, 0.0), max(highest, 0.0)
    if not (math.isfinite(low) and math.isfinite(high)) or high - low < 1e-12:
        return Scale((0.0, 1.0), height)
    step = _round_step((high - low) / MOST_STEPS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(tuple(k * step for k in range(first, last + 1)), height)


def _round_step(least: float) -> float:
    power: float = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * (1 - 1e-9))


def tick_labels(ticks: tuple[float, ...], language: str) -> list[str]:
    """Return the ticks' labels, all in the one unit that suits the largest: 0, 5 万, 10 万; 0, 50k, 100k."""
    factor, unit = _unit(max(abs(tick) for tick in ticks), language)
    return ["0" if tick == 0 else _plain(tick / factor) + unit for tick in ticks]


def short(value: float, language: str) -> str:
    """Return a figure with about three digits: 12.4 万, 124k; small ones as they are."""
    factor, unit = _unit(abs(value), language)
    scaled = value / factor
    places = 0 if abs(scaled) >= 100 else 1 if abs(scaled) >= 10 or unit else 2
    return _plain(round(scaled, places)) + unit


def _unit(size: float, language: str) -> tuple[float, str]:
    return next(pair for pair in _UNITS[language] if size >= pair[0] or pair[0] == 1.0)


def _plain(value: float) -> str:
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
