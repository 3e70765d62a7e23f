"""How long things take when some of them are not over yet: the median with its interval, and whether two periods differ.

Leaving out what still waits would flatter whoever lets things lie, so what is open counts as “at least this long”:
Kaplan and Meier, J. Amer. Statist. Assoc. 53 (1958) 457; the interval of the median after Brookmeyer and Crowley, Biometrics 38
(1982) 29, with bands on the logarithm of the curve; two periods by the log-rank test, Mantel, Cancer Chemother. Rep. 50
(1966) 163.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import erfc, exp, inf, log, sqrt

LEVEL = 1.959963984540054
"""Standard deviations that leave out one in twenty."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long something took, or has taken so far where it is not over."""

    length: float
    is_over: bool = True


@dataclass(frozen=True, slots=True)
class Median:
    """The median of waits and its 95 % interval, in the unit of the waits.

    `value` is None where fewer than half are over, `low` and `high` where the curve does not reach so far: then the median
    may lie anywhere beyond. `over` of the `count` waits are over.
    """

    value: float | None
    low: float | None
    high: float | None
    count: int
    over: int


def median(waits: Iterable[Wait]) -> Median:
    """Return the median of the waits by the curve of those that go on."""
    known = list(waits)
    value = low = high = None
    left, spread = 1.0, 0.0
    for at, ended, at_risk in _steps(known):
        left *= 1 - ended / at_risk
        if ended < at_risk:
            spread += ended / (at_risk * (at_risk - ended))
            lower, upper = exp(log(left) - LEVEL * sqrt(spread)), exp(log(left) + LEVEL * sqrt(spread))
        else:
            lower, upper = 0.0, inf
        if value is None and left <= 0.5:
            value = at
        if low is None and lower <= 0.5:
            low = at
        if high is None and upper <= 0.5:
            high = at
    return Median(value, low, high, len(known), sum(one.is_over for one in known))


def differ(before: Sequence[Wait], after: Sequence[Wait]) -> float:
    """Return how likely a difference like this, or a larger one, is if nothing changed (the log-rank test, two-sided).

    1.0 where one of the two holds nothing that is over.
    """
    both = [*before, *after]
    excess = spread = 0.0
    for at, ended, at_risk in _steps(both):
        here = sum(one.length >= at for one in after)
        here_ended = sum(one.is_over and one.length == at for one in after)
        share = here / at_risk
        excess += here_ended - ended * share
        if at_risk > 1:
            spread += ended * share * (1 - share) * (at_risk - ended) / (at_risk - 1)
    if spread <= 0:
        return 1.0
    return erfc(sqrt(excess * excess / spread / 2))


def _steps(waits: Sequence[Wait]) -> list[tuple[float, int, int]]:
    """Return each length at which something ended: how many did, and how many had lasted until then; shortest first."""
    at_risk, steps = len(waits), []
    ended: dict[float, int] = {}
    lengths: dict[float, int] = {}
    for one in waits:
        lengths[one.length] = lengths.get(one.length, 0) + 1
        ended[one.length] = ended.get(one.length, 0) + one.is_over
    for at in sorted(lengths):
        if ended[at]:
            steps.append((at, ended[at], at_risk))
        at_risk -= lengths[at]
    return steps
