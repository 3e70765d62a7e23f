"""The rows beside one case, each sort asked for at most once while its page is made."""

from functools import cached_property

from proxeny.cases.models import Case, CaseClock, Proposal, Solution, StepPass, Waiting


class Rows:
    """Loads what belongs to the case when it is first looked at; what cannot be there is not asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def passes(self) -> list[StepPass]:
        """The steps that stand as passed, in the order in which they were."""
        return list(StepPass.objects.filter(case=self.case, undone_at=None).order_by("at", "pk"))

    @cached_property
    def proposals(self) -> list[Proposal]:
        """All proposals, the oldest first."""
        return list(Proposal.objects.filter(case=self.case))

    @cached_property
    def waits(self) -> list[Waiting]:
        """All waits for the customer, the oldest first."""
        return list(Waiting.objects.filter(case=self.case))

    @cached_property
    def solutions(self) -> list[Solution]:
        """All solutions, the oldest first; a case that is open and was never reopened has none."""
        if self.case.solved_at is None and not self.case.reopened:
            return []
        return list(Solution.objects.filter(case=self.case))

    @cached_property
    def clocks(self) -> dict[str, CaseClock]:
        """The service clocks as they were last reckoned, by name."""
        return {one.clock: one for one in CaseClock.objects.filter(case=self.case)}
