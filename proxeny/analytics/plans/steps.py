"""What a plan is made of."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.ranges import Range


@dataclass(frozen=True, slots=True)
class Step:
    """Work that takes `duration` and starts when all steps of `after` are over, but not before `earliest`.

    All times count in one unit of the caller, usually working days, from a zero of the caller. `begun` and `ended` say when it
    really began and ended; who began early has not waited for `after`. Whose step it is, the caller keeps.
    Raises ValueError for a duration that may be negative and for an end before the beginning.
    """

    key: str
    duration: Range
    after: tuple[str, ...] = ()
    earliest: float = 0.0
    begun: float | None = None
    ended: float | None = None

    def __post_init__(self) -> None:
        if self.duration.at(np.zeros(1))[0] < 0:
            raise ValueError(f"“{self.key}” might take less than no time.")
        if self.begun is not None and self.ended is not None and self.ended < self.begun:
            raise ValueError(f"“{self.key}” ended before it began.")

    @property
    def waits(self) -> bool:
        """Whether it has neither begun nor ended."""
        return self.begun is None and self.ended is None
