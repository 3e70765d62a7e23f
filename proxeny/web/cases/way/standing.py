"""The proposals of a case as the page shows them, and what became of it since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from proxeny.cases.models import Learning, Proposal, Solution, Waiting
from proxeny.core import clock
from proxeny.web.cases.reader import Reader


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal that stands; `is_due` when its day has come, `is_over` when it has passed."""

    proposal: Proposal
    is_due: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Course:
    """What stands and what has ended, the standing wait and solution, and what was learned."""

    standing: Sequence[Standing]
    ended: Sequence[Proposal]
    wait: Waiting | None
    solution: Solution | None
    learning: Learning | None

    @property
    def is_solved(self) -> bool:
        """Tell whether a solution stands."""
        return self.solution is not None

    @property
    def is_learned(self) -> bool:
        """Tell whether it is written down what was learned."""
        return self.learning is not None

    @property
    def waits(self) -> bool:
        """Tell whether the customer is waited for."""
        return self.wait is not None


def course(reader: Reader) -> Course:
    """Return how the case goes on."""
    rows, today = reader.rows, clock.today()
    solved = next((one for one in rows.solutions if one.reopened_at is None), None)
    return Course(
        standing=[_standing(one, today) for one in rows.proposals if one.stands],
        ended=[one for one in rows.proposals if not one.stands],
        wait=next((one for one in rows.waits if one.ended_at is None), None),
        solution=solved,
        learning=Learning.objects.filter(case=reader.case).first() if solved else None,
    )


def _standing(proposal: Proposal, today: date) -> Standing:
    day = proposal.due_on or proposal.look_again_on
    return Standing(proposal, day == today, day is not None and day < today)
