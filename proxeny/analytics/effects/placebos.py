"""What the method finds where nothing was done: at the donors, and before it was done.

An effect is believed as far as it stands out among these. Abadie, Diamond and Hainmueller, J. Amer. Statist. Assoc. 105
(2010) 493.
"""

from collections.abc import Callable
from dataclasses import dataclass

from proxeny.analytics.effects.estimate import HAIR, Estimate
from proxeny.analytics.effects.panel import Panel


@dataclass(frozen=True, slots=True)
class Rank:
    """The treated account is number `rank` of `of` when ordered by the ratio of the gap after to the gap before.

    Whoever ties with it stands before it. `ratios` are those of the donors, in their order.
    """

    rank: int
    of: int
    ratios: tuple[float, ...]

    @property
    def share(self) -> float:
        """How often pure chance ranks one as high, if all of them are alike: the p value."""
        return self.rank / self.of

    @property
    def smallest_share(self) -> float:
        """The smallest p value that so few accounts could show."""
        return 1 / self.of

    def __str__(self) -> str:
        return f"rank {self.rank} of {self.of} (smallest possible p = {self.smallest_share:.3f})"


def in_space(panel: Panel, method: Callable[[Panel], Estimate]) -> Rank:
    """Return where the treated account ranks if each donor in turn is taken for the treated one, at the same date.

    The treated account is no donor of a placebo. Raises ValueError for fewer than two donors: one has nobody to be held
    against.
    """
    if len(panel.donors) < 2:
        raise ValueError("A placebo needs at least two donors.")
    own = method(panel).ratio
    ratios = tuple(method(panel.as_if(donor)).ratio for donor in range(len(panel.donors)))
    before = sum(ratio >= own * (1 - HAIR) for ratio in ratios)
    return Rank(before + 1, len(ratios) + 1, ratios)


def in_time(panel: Panel, method: Callable[[Panel], Estimate], start: int) -> Estimate:
    """Return what the method finds before the intervention if it is told that this came at `start`; it should find nothing.

    Raises ValueError unless `start` lies before the intervention with periods before it.
    """
    return method(panel.before(start))
