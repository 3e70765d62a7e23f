"""What a closer look found, before it becomes a swing."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from proxeny.analytics.swings.panel import Comparison, Direction, Evidence, Floats, Horizon, Swing

WEEKS_OF_EVIDENCE = 26


@dataclass(frozen=True)
class Finding:
    """A change with its levels per typical day; `weeks_before` and `weeks_now` are the weeks behind each
    level.
    """

    horizon: Horizon
    since: date
    before: float
    now: float
    weeks_before: int
    weeks_now: int
    score: float
    compared: Comparison
    certainty: float

    def as_swing(self, series: int, weekly: Floats) -> Swing:
        """The swing of a series; `weekly` are its weekly levels, oldest first, the last week ending
        yesterday.
        """
        shown = weekly[-WEEKS_OF_EVIDENCE:] / self.before
        return Swing(
            series=series,
            horizon=self.horizon,
            since=self.since,
            direction=Direction.DOWN if self.now < self.before else Direction.UP,
            change=self.now / self.before - 1,
            level_before=self.before,
            level_now=self.now,
            compared_with=self.compared,
            certainty=self.certainty,
            evidence=Evidence(
                weekly=tuple(float(week) if np.isfinite(week) else None for week in shown),
                weeks_before=self.weeks_before,
                weeks_now=self.weeks_now,
                score=self.score,
            ),
        )
