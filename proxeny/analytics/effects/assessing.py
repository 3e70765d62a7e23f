"""The answer to “did it work”, with what it rests on, and no more than can be said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from proxeny.analytics.effects.difference import difference_in_differences
from proxeny.analytics.effects.estimate import Estimate
from proxeny.analytics.effects.hull import Place, place
from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.effects.placebos import Rank, in_space, in_time
from proxeny.analytics.effects.synthetic import demeaned_synthetic_control, synthetic_control
from proxeny.analytics.effects.synthetic_difference import synthetic_difference_in_differences

LEAST_BEFORE = 6
"""With fewer periods before, weights would be fitted to noise; only the plain difference is left."""


class Method(StrEnum):
    """The ways to make the course that would have been, the one to trust first last."""

    DID = "difference in differences"
    SC = "synthetic control"
    DEMEANED_SC = "demeaned synthetic control"
    SDID = "synthetic difference in differences"


METHODS: Mapping[Method, Callable[[Panel], Estimate]] = {
    Method.DID: difference_in_differences,
    Method.SC: synthetic_control,
    Method.DEMEANED_SC: demeaned_synthetic_control,
    Method.SDID: synthetic_difference_in_differences,
}


class Verdict(StrEnum):
    """What kind of statement the data allow."""

    BEFORE_AFTER = "before/after, not an effect"
    UNRANKED = "compared with one account; whether it stands out cannot be said"
    RANKED = "compared, and ranked among placebos"


@dataclass(frozen=True)
class Answer:
    """What may be said.

    `change`: mean after less mean before of the treated series alone; all there is without donors. `method` is the one to show
    first, None without donors. `ranks` holds a rank for each estimate if there are two donors or more. `place` says whether
    a plain synthetic control was refused, and why (None where it was not tried). `earlier`: what the first method finds at
    a made-up start two thirds into the time before; None where that time is too short.
    """

    verdict: Verdict
    change: float
    method: Method | None
    estimates: Mapping[Method, Estimate]
    ranks: Mapping[Method, Rank]
    place: Place | None
    earlier: Estimate | None

    def __str__(self) -> str:
        if self.method is None:
            return f"{self.verdict}: changed by {self.change:+.6g}"
        found = f"{self.method}: {self.estimates[self.method].effect:+.6g}"
        rank = self.ranks.get(self.method)
        return f"{found}; {rank}" if rank else f"{found}; {self.verdict}"


def assess(panel: Panel) -> Answer:
    """Return what can be said of the intervention: every method that fits the case, its placebos, and the kind of statement."""
    change = float(panel.treated[panel.start :].mean() - panel.treated[: panel.start].mean())
    if len(panel.donors) == 0:
        return Answer(Verdict.BEFORE_AFTER, change, None, {}, {}, None, None)
    where, methods = None, [Method.DID]
    if panel.start >= LEAST_BEFORE:
        where = place(panel)
        methods += [Method.SC if where is Place.AMONG else Method.DEMEANED_SC, Method.SDID]
    ranked = len(panel.donors) >= 2
    fake = panel.start * 2 // 3
    first = methods[-1]
    return Answer(
        Verdict.RANKED if ranked else Verdict.UNRANKED,
        change,
        first,
        {method: METHODS[method](panel) for method in methods},
        {method: in_space(panel, METHODS[method]) for method in methods} if ranked else {},
        where,
        in_time(panel, METHODS[first], fake) if fake >= LEAST_BEFORE else None,
    )
