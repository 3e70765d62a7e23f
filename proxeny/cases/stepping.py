"""The five steps: what each gate asks for, passing it, passing it over with a reason, going back."""

from collections.abc import Callable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import STEPS, Case, Framing, Learning, Proposal, Solution, Step, StepPass
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence

Gate = Callable[[Case], Mapping[str, Sentence]]


def _responded(case: Case) -> Mapping[str, Sentence]:
    if case.messages.filter(audience="customer", is_inbound=False, withdrawn_at=None).exists():
        return {}
    return {"answer": Sentence(N_("a first word to the customer"))}


def _clarified(case: Case) -> Mapping[str, Sentence]:
    missing = {}
    if not case.kind:
        missing["kind"] = Sentence(N_("what kind of matter it is"))
    if not case.environment.strip():
        missing["environment"] = Sentence(N_("in which environment"))
    if not case.purpose.strip():
        missing["purpose"] = Sentence(N_("for what purpose"))
    if not case.reporter_id and not Framing.objects.filter(case=case, asked_by__isnull=False).exists():
        missing["asked_by"] = Sentence(N_("who asks"))
    return missing


def _proposed(case: Case) -> Mapping[str, Sentence]:
    if Proposal.objects.filter(case=case, ended_at=None).exists():
        return {}
    return {"proposal": Sentence(N_("a path, a request, or “not now, because …”"))}


def _solved(case: Case) -> Mapping[str, Sentence]:
    missing = {}
    if not Proposal.objects.filter(case=case).exists():
        missing["proposal"] = Sentence(N_("a path, a request, or “not now, because …”"))
    solution = Solution.objects.filter(case=case, reopened_at=None).first()
    if solution is None:
        missing["how"] = Sentence(N_("how it was solved"))
    if solution is None or not solution.word.strip():
        missing["word"] = Sentence(N_("the customer’s word on it"))
    return missing


def _learned(case: Case) -> Mapping[str, Sentence]:
    missing = {}
    learning = Learning.objects.filter(case=case).first()
    if learning is None or not (learning.why and learning.why_so and learning.next_time):
        missing["learning"] = Sentence(N_("why it happened, why this solution, how it is avoided next time"))
    if not case.cause:
        missing["cause"] = Sentence(N_("what it comes from"))
    return missing


GATES: dict[Step, Gate] = {
    Step.RESPONDED: _responded,
    Step.CLARIFIED: _clarified,
    Step.PROPOSED: _proposed,
    Step.SOLVED: _solved,
    Step.LEARNED: _learned,
}


class GateShut(ValidationError):  # noqa: N818  (a state, said in words)
    """Something is missing that the step asks for; `missing` says what, by field. A reason would pass it all the same."""

    def __init__(self, step: Step, missing: Mapping[str, Sentence]) -> None:
        super().__init__({"reason": _("Something is still missing. Add it, or say why it goes without.")})
        self.step, self.missing = step, missing


def missing_for(case: Case, step: Step) -> Mapping[str, Sentence]:
    """Return what the gate of the step still asks for, by field."""
    return GATES[step](case)


def pass_step(case: Case, step: Step, *, by: Actor, reason: str = "") -> Case:
    """Pass a step, and with it those before that were not passed; where something is missing, only with a reason.

    The reason stands in the record with what was missing. Raises GateShut without one. Passing twice changes nothing.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        passed = set(_passes(case))
        for one in STEPS[: STEPS.index(step) + 1]:
            if one in passed:
                continue
            missing = missing_for(case, one)
            if missing and not reason.strip():
                raise GateShut(one, missing)
            note_pass(case, one, by=by, missing=missing, reason=reason.strip() if missing else "")
        keep_up(case)
    return case


def note_pass(
    case: Case, step: Step, *, by: Actor, missing: Mapping[str, Sentence] | None = None, reason: str = ""
) -> None:
    """Keep that a step was passed, unless it was already; the case must be locked and be kept up afterwards."""
    if not StepPass.objects.filter(case=case, step=step, undone_at=None).exists():
        _keep(case, step, by, missing or {}, reason)


def unpass(case: Case, step: Step, *, by: Actor) -> Case:
    """Go back before a step: it and those after it are to be passed again. A solved case is reopened instead."""
    with transaction.atomic():
        case = guard(locked(case), by)
        after = [one.value for one in STEPS[STEPS.index(step) :]]
        undone = StepPass.objects.filter(case=case, step__in=after, undone_at=None).update(
            undone_at=clock.now()
        )
        keep_up(case)
        if undone:
            recorded(Kind.STEP_UNDONE, case, by, step=step.value)
    return case


def _keep(case: Case, step: Step, by: Actor, missing: Mapping[str, Sentence], reason: str) -> None:
    StepPass.objects.create(
        case=case,
        step=step,
        at=clock.now(),
        by=by.reference,
        by_name=by.name,
        missing=[one.as_json() for one in missing.values()],
        reason=reason,
    )
    kind = Kind.STEP_SKIPPED if reason else Kind.STEP_PASSED
    recorded(kind, case, by, step=step.value, reason=reason, missing=list(missing))


def _passes(case: Case) -> list[Step]:
    return [
        Step(one) for one in StepPass.objects.filter(case=case, undone_at=None).values_list("step", flat=True)
    ]
