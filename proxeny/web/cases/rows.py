"""The rows beside one case, each sort asked for at most once while its page is made."""

from functools import cached_property

from proxeny.cases.models import Case, CaseClock, Proposal, Solution, StepPass, Waiting
from proxeny.core.phrased import Phrased

_PASSES = Phrased(lambda case: StepPass.objects.filter(case=case, undone_at=None).order_by("at", "pk"))
_PROPOSALS = Phrased(lambda case: Proposal.objects.filter(case=case))
_WAITS = Phrased(lambda case: Waiting.objects.filter(case=case))
_SOLUTIONS = Phrased(lambda case: Solution.objects.filter(case=case))
_CLOCKS = Phrased(lambda case: CaseClock.objects.filter(case=case))


class Rows:
    """Loads what belongs to the case when it is first looked at; what cannot be there is not asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def passes(self) -> list[StepPass]:
        """The steps that stand as passed, in the order in which they were."""
        return _PASSES(self.case.pk)

    @cached_property
    def proposals(self) -> list[Proposal]:
        """All proposals, the oldest first."""
        return _PROPOSALS(self.case.pk)

    @cached_property
    def waits(self) -> list[Waiting]:
        """All waits for the customer, the oldest first."""
        return _WAITS(self.case.pk)

    @cached_property
    def solutions(self) -> list[Solution]:
        """All solutions, the oldest first; a case that is open and was never reopened has none."""
        if self.case.solved_at is None and not self.case.reopened:
            return []
        return _SOLUTIONS(self.case.pk)

    @cached_property
    def clocks(self) -> dict[str, CaseClock]:
        """The service clocks as they were last reckoned, by name."""
        return {one.clock: one for one in _CLOCKS(self.case.pk)}
