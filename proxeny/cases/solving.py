"""Calling a case solved, and opening it again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import STEPS, Case, Solution, Step, StepPass, Waiting
from proxeny.cases.stepping import GateShut, missing_for, note_pass
from proxeny.core import clock
from proxeny.core.actors import Actor


def solve(case: Case, *, how: str, by: Actor, word: str = "", reason: str = "") -> Case:
    """Call the case solved: how, and what the customer said to it; every earlier step must be passed, too.

    Where something is missing, `reason` passes it all the same and stands in the record. Raises GateShut without one,
    ValidationError where nothing says how. Solving a solved case changes nothing.
    """
    if not how.strip():
        raise ValidationError({"how": _("Say in one sentence how it was solved.")})
    with transaction.atomic():
        case, now = guard(locked(case), by), clock.now()
        if Solution.objects.filter(case=case, reopened_at=None).exists():
            return case
        Solution.objects.create(
            case=case, at=now, how=how.strip(), word=word.strip(), by=by.reference, by_name=by.name
        )
        Waiting.objects.filter(case=case, ended_at=None).update(ended_at=now, ended_by=by.reference)
        for step in STEPS[: STEPS.index(Step.SOLVED) + 1]:
            missing = missing_for(case, step) if not _is_passed(case, step) else {}
            if missing and not reason.strip():
                raise GateShut(step, missing)
            note_pass(case, step, by=by, missing=missing, reason=reason.strip() if missing else "")
        keep_up(case)
        recorded(Kind.SOLVED, case, by, how=how.strip(), word=word.strip())
    return case


def reopen(case: Case, *, reason: str, by: Actor) -> Case:
    """Open a solved or closed case again: it was not solved after all. Its clocks go on, without the time in between."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say what was not solved after all.")})
    with transaction.atomic():
        case, now = guard(locked(case), by), clock.now()
        standing = Solution.objects.filter(case=case, reopened_at=None)
        if standing.update(reopened_at=now, reopened_by=by.reference, reopened_why=reason.strip()):
            late = [Step.SOLVED.value, Step.LEARNED.value]
            StepPass.objects.filter(case=case, step__in=late, undone_at=None).update(undone_at=now)
            keep_up(case)
            recorded(Kind.REOPENED, case, by, reason=reason.strip())
    return case


def _is_passed(case: Case, step: Step) -> bool:
    return StepPass.objects.filter(case=case, step=step, undone_at=None).exists()
