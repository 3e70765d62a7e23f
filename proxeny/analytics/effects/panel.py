"""What an effect is looked for in."""

from dataclasses import dataclass

import numpy as np

from proxeny.analytics.ranges import Floats


@dataclass(frozen=True)
class Panel:
    """One measured series in which something was done, and the same measure of accounts in which it was not.

    `treated` [periods] and `donors` [donors, periods], in one unit, even periods, nothing missing: the caller chooses donors
    that are known throughout. From period `start` on, the intervention may show. Raises ValueError for shapes that do not fit,
    missing values, and a start that leaves nothing before or after it.
    """

    treated: Floats
    donors: Floats
    start: int

    def __post_init__(self) -> None:
        if self.treated.ndim != 1 or self.donors.ndim != 2 or self.donors.shape[1] != len(self.treated):
            raise ValueError("A panel needs one treated series, and donors over the same periods.")
        if not (np.isfinite(self.treated).all() and np.isfinite(self.donors).all()):
            raise ValueError("A panel needs every value; leave out donors that are not known throughout.")
        if not 0 < self.start < len(self.treated):
            raise ValueError("A panel needs periods before the intervention, and some after it.")

    @property
    def noise(self) -> float:
        """How much the donors move from one period to the next before the intervention: the standard deviation of the steps."""
        steps = np.diff(self.donors[:, : self.start], axis=1)
        return float(steps.std(ddof=1)) if steps.size > 1 else 0.0

    def as_if(self, donor: int) -> "Panel":
        """Return the panel in which that donor is taken for the treated one and the treated one is left out."""
        return Panel(self.donors[donor], np.delete(self.donors, donor, axis=0), self.start)

    def before(self, start: int) -> "Panel":
        """Return the periods before the intervention, as if it had come at `start`."""
        return Panel(self.treated[: self.start], self.donors[:, : self.start], start)
