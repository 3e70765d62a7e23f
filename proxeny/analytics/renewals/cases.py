"""Decided cases to learn from: signals as they were known on the day of the forecast, and what came.

A signal that was known only later knows the answer already. So each value carries when it became known, and what is
younger than the forecast is refused, not left out silently: it is an error of whoever gathered it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints


class FromTheFuture(ValueError):  # noqa: N818
    """A signal was known only after the forecast that uses it; `names` are the signals concerned."""

    def __init__(self, names: Sequence[str], values: int) -> None:
        self.names = tuple(names)
        super().__init__(
            f"{values} values of {', '.join(self.names)} became known only after the day of the forecast: "
            "a forecast with them would look better than it is."
        )


@dataclass(frozen=True)
class Cases:
    """Decided cases; times are numbers on one scale, days for example.

    `names` of the signals [signals]; `signals` [cases, signals], NaN where silent; `known_at` [cases, signals], when each
    value became known; `forecast_at` [cases], the day as of which the case stands; `decided_at` [cases], when it was
    known what came; `outcomes` [cases], 1 renewed, 0 not; `segments` [cases], numbers from 0 on.

    Raises FromTheFuture where a value is younger than its forecast, ValueError where the shapes do not fit, an outcome is
    neither 0 nor 1, or a case was decided before its forecast.
    """

    names: tuple[str, ...]
    signals: Floats
    known_at: Floats
    forecast_at: Floats
    decided_at: Floats
    outcomes: Floats
    segments: Ints

    def __post_init__(self) -> None:
        count = len(self.outcomes)
        if not self.signals.shape == self.known_at.shape == (count, len(self.names)):
            raise ValueError(
                f"Give {len(self.names)} signals of each of {count} cases, and when each was known."
            )
        columns = (self.forecast_at, self.decided_at, self.outcomes, self.segments)
        if any(one.shape != (count,) for one in columns):
            raise ValueError(
                "Each case has one day of forecast, one of decision, one outcome and one segment."
            )
        if not bool(np.all((self.outcomes == 0) | (self.outcomes == 1))):
            raise ValueError("An outcome is 0 or 1; what is not decided yet is nothing to learn from.")
        if bool(np.any(self.decided_at < self.forecast_at)):
            raise ValueError("A case that was decided before its forecast needs none.")
        refuse_the_future(self.names, self.signals, self.known_at, self.forecast_at)

    def chosen(self, which: Ints | Sequence[int]) -> "Cases":
        """Return some of the cases, by their places."""
        return Cases(
            self.names,
            self.signals[which],
            self.known_at[which],
            self.forecast_at[which],
            self.decided_at[which],
            self.outcomes[which],
            self.segments[which],
        )


def refuse_the_future(names: Sequence[str], signals: Floats, known_at: Floats, at: Floats) -> None:
    """Raise FromTheFuture if a signal that says something became known after `at` [cases]; signals [cases, signals].

    A value of which nobody noted when it became known (NaN) cannot be trusted either.
    """
    late = np.isfinite(signals) & ~(known_at <= at[:, None])
    if bool(late.any()):
        raise FromTheFuture(
            [names[place] for place in np.flatnonzero(late.sum(axis=0)).tolist()], int(late.sum())
        )
