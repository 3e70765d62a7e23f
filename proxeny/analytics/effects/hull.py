"""Whether the donors can make up the treated series at all.

Nothing between others can stand for what lies beyond all of them.
"""

from enum import StrEnum

import numpy as np

from proxeny.analytics.effects.estimate import HAIR
from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.effects.synthetic import synthetic_control

FAR = 2.0


class Place(StrEnum):
    """Where the treated series lies, before the intervention, as the donors see it."""

    AMONG = "among the donors"
    ABOVE = "above all donors"
    BELOW = "below all donors"
    APART = "apart from every mixture of donors"


def place(panel: Panel) -> Place:
    """Return where the treated series lies: beyond all donors in most periods before, or apart from any mixture of them.

    Apart: the best mixture misses it by more than twice the usual step of the donors from one period to the next.
    """
    before, own = panel.donors[:, : panel.start], panel.treated[: panel.start]
    if np.mean(own > before.max(axis=0)) > 0.5:
        return Place.ABOVE
    if np.mean(own < before.min(axis=0)) > 0.5:
        return Place.BELOW
    least = HAIR * float(np.abs(before).max())
    return (
        Place.APART if synthetic_control(panel).error_before > max(FAR * panel.noise, least) else Place.AMONG
    )
