"""Swings: changes of consumption that are neither rhythm nor holiday.

From scratch: `detect(panel, day_types, on, spring_festivals=...)` gives the swings of the morning of `on`
and a verdict for every series. Day by day: `state = build(panel, day_types, on)` once, `state =
advance(state, new_days, day_types)` each morning, and `examine(state, panel, ...)`, which screens all
series and reads the raw history of the suspects only; `save` and `load` keep a state between two
mornings. `detect` is `build` and `examine`.

Looking back: `change_points(values)` says what happened when; it is no alarm.
"""

from proxeny.analytics.swings.detection import detect, examine, examine_chosen
from proxeny.analytics.swings.panel import (
    Comparison,
    Detection,
    Direction,
    Evidence,
    Horizon,
    Panel,
    Swing,
    Verdict,
    Yardstick,
)
from proxeny.analytics.swings.screening import Screen, screen
from proxeny.analytics.swings.segmentation import change_points
from proxeny.analytics.swings.state import State, advance, build, joined
from proxeny.analytics.swings.storing import load, save

__all__ = [
    "Comparison",
    "Detection",
    "Direction",
    "Evidence",
    "Horizon",
    "Panel",
    "Screen",
    "State",
    "Swing",
    "Verdict",
    "Yardstick",
    "advance",
    "build",
    "change_points",
    "detect",
    "examine",
    "examine_chosen",
    "joined",
    "load",
    "save",
    "screen",
]
