"""Series that order now and then: has the amount changed, counting what is ordered in eight weeks?

Square roots of eight-week sums are compared: there the spread of a sum of chance orders no longer depends
on its size. Their own past, read robustly, says how much they move; never less than chance orders of
their mean amount would.
"""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.swings.panel import Bools, Floats
from proxeny.analytics.swings.state import State
from proxeny.analytics.swings.usual import sorted_quantiles

WINDOW_DAYS = 56
LEAST_PAIRS = 5
LEAST_SCORE = 3.5
LEAST_EFFECT = 0.4
BLOCKS_LEFT_OUT = 2


@dataclass(frozen=True)
class Amounts:
    """Eight-week sums now and before; each [series], NaN where too little is known."""

    now: Floats
    before: Floats
    score: Floats

    @property
    def striking(self) -> Bools:
        """Changed by two fifths at least, and beyond the usual movement."""
        change = self.now / np.maximum(self.before, 1e-9) - 1
        return (np.abs(self.score) >= LEAST_SCORE) & (np.abs(change) >= LEAST_EFFECT) & (self.before > 0)


def amounts(state: State) -> Amounts:
    """Compare the last eight weeks with all pairs of blocks before them; one large day is no rise."""
    window = np.nan_to_num(state.recent[-WINDOW_DAYS:])
    total = window.sum(axis=0)
    past = state.blocks.sums[:-BLOCKS_LEFT_OUT]
    pairs = np.maximum(past[1:] + past[:-1], 0.0)
    count = np.isfinite(pairs).sum(axis=0)
    before = sorted_quantiles(pairs, (0.5,))[0]
    roots = np.sqrt(pairs)
    middle = np.sqrt(before)
    away, far = sorted_quantiles(np.abs(roots - middle), (0.5, 0.9))
    used = np.nansum(state.blocks.used, axis=0)
    mean_amount = np.nansum(np.maximum(state.blocks.sums, 0.0), axis=0) / np.maximum(used, 1)
    spread = np.maximum(np.fmax(1.4826 * away, far / 1.645), np.sqrt(mean_amount / 4))
    without_peak = total - window.max(axis=0, initial=0.0)
    now = np.where(total > before, np.maximum(without_peak, before), np.maximum(total, 0.0))
    score = (np.sqrt(now) - middle) / np.maximum(spread, 1e-9)
    known = (count >= LEAST_PAIRS) & (len(state.recent) >= WINDOW_DAYS)
    return Amounts(np.where(known, np.maximum(total, 0.0), np.nan), before, np.where(known, score, np.nan))
