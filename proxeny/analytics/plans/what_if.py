"""What a change to the plan would be worth."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import NamedTuple

import numpy as np

from proxeny.analytics.plans.outlook import HAIR, Outlook
from proxeny.analytics.plans.steps import Step
from proxeny.analytics.ranges import Range


class Gain(NamedTuple):
    """By how much the chance grows (negative: falls), and one standard error of that."""

    value: float
    error: float


def without(steps: Sequence[Step], key: str) -> list[Step]:
    """Return the plan without that step; what waited for it then waits for what it waited for.

    Raises KeyError if it is not there.
    """
    gone = next((step for step in steps if step.key == key), None)
    if gone is None:
        raise KeyError(key)
    return [
        replace(step, after=tuple(dict.fromkeys(_bridged(step.after, gone))))
        for step in steps
        if step is not gone
    ]


def _bridged(after: Sequence[str], gone: Step) -> list[str]:
    return [one for key in after for one in (gone.after if key == gone.key else (key,))]


def with_duration(steps: Sequence[Step], key: str, duration: Range) -> list[Step]:
    """Return the plan in which that step takes so long instead. Raises KeyError if it is not there."""
    if all(step.key != key for step in steps):
        raise KeyError(key)
    return [replace(step, duration=duration) if step.key == key else step for step in steps]


def gain(now: Outlook, then: Outlook, date: float) -> Gain:
    """Return what `then` gains over `now` in the chance to be over at `date`.

    Both must be drawn with the same seed and equally often: only draws with the same luck can be held against one another,
    which is what makes a gain of one point visible. Raises ValueError otherwise.
    """
    if now.seed != then.seed or len(now.ends) != len(then.ends):
        raise ValueError(
            "Two outlooks can be compared only if they were drawn with the same seed, equally often."
        )
    by = date + HAIR
    difference = (then.ends <= by).astype(np.float64) - (now.ends <= by)
    return Gain(float(difference.mean()), float(difference.std()) / sqrt(len(difference)))
