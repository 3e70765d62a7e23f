"""Made-up customers whose renewals follow from what is known of them, so that the truth can be held against the forecast."""

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.lines import chance
from proxeny.analytics.renewals import Cases

NAMES = ("consumption", "breadth", "complaints", "noise")
SEGMENTS = np.array([0.5, 1.2, -0.2])


def made_up(count: int, seed: int, *, strength: float, silent: float = 0.0) -> tuple[Cases, Floats]:
    """Make cases over four years and their true chances; `strength` of the signals, 0 where they say nothing."""
    rng = np.random.default_rng(seed)
    signals = rng.normal(0, 1, (count, len(NAMES)))
    segments = rng.integers(0, 3, count)
    truth = chance(SEGMENTS[segments] + strength * (signals @ np.array([0.9, 0.5, -0.7, 0.0])))
    at = np.sort(rng.uniform(0, 1460, count))
    signals[rng.random(signals.shape) < silent] = np.nan
    cases = Cases(
        names=NAMES,
        signals=signals,
        known_at=np.broadcast_to(at[:, None] - 1, signals.shape),
        forecast_at=at,
        decided_at=at + 90,
        outcomes=(rng.random(count) < truth).astype(float),
        segments=segments,
    )
    return cases, truth
