"""How sure a swing is: the share of such swings that are true, as far as that could be measured.

A *margin* is the score of a swing over the score it needed. For regular series the curve was fitted in
made-up worlds of known truth (see `worlds`), with one true change in about six account-years; for series
that order now and then, to how many of a wholesaler's silent customers stayed away for the next sixty
days.
"""

import numpy as np


def of_rhythm(margin: float) -> float:
    """Certainty of a change in a series with a regular rhythm."""
    return float(np.clip(1 - 0.29 * np.exp(-6.0 * (margin - 1)), 0.4, 0.97))


def of_orders(margin: float) -> float:
    """Certainty of a silence or a changed amount in a series that orders now and then."""
    return float(np.clip(1 - 0.35 * np.exp(-2.0 * (margin - 1)), 0.4, 0.9))
