"""Deciding a request: yes with a day that is promised, no, or later with a day to look again; each with its reason."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, pledging, standing, telling, voicing
from proxeny.demand.events import Kind
from proxeny.demand.models import Decision, ExpectedUse, Request, Told
from proxeny.demand.standing import Group

Answer = Decision.Answer


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided: the answer and why; until when for a yes, when it is looked at again for a later."""

    answer: Answer
    reason: str
    promised_on: date | None = None
    again_on: date | None = None


def decide(request: Request, verdict: Verdict, *, by: Actor) -> Decision:
    """Decide the request and all that are joined to it. A yes is promised to each customer.

    The former decision stays to be read; deciding the same again changes nothing. Raises NotFound for who may not decide;
    ValidationError by field: without a reason, a yes without a day or before anybody said what use is expected, a later
    without a day to come, after delivery, and for another day than the one a customer was told: that one is moved at the
    promise, with the customer's word.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        group = standing.locked_group(request, access.decided(by))
        before = group.decision
        if before and _same(before, verdict):
            return before
        if errors := _wrong(group, verdict, before):
            raise ValidationError(errors)
        without = sorted({str(of) for lacking in voicing.missing(group).values() for of in lacking})
        if before:
            noting.end(before, by)
        made = Decision.objects.create(
            request=group.leader,
            answer=verdict.answer,
            reason=verdict.reason.strip(),
            promised_on=verdict.promised_on if verdict.answer == Answer.YES else None,
            again_on=verdict.again_on if verdict.answer == Answer.LATER else None,
            without=without,
            by_id=staff,
            at=clock.now(),
        )
        _promised(made, group, by)
        standing.keep_up(group)
        for one in group.asking:
            noting.of_request(
                LINES[made.answer],
                one,
                by=by,
                reason=made.reason,
                until=made.promised_on,
                again=made.again_on,
                without=without,
            )
            telling.decided(one, made, by=by)
    return made


def take_back(request: Request, *, reason: str, by: Actor) -> bool:
    """Take the decision back: it is to be decided again, and what was promised with it is withdrawn.

    Return whether anything was decided. Raises NotFound; ValidationError without a reason, and after delivery.
    """
    with transaction.atomic():
        group = standing.locked_group(request, access.decided(by))
        before = group.decision
        if before is None:
            return False
        errors = noting.said(reason, _("Say why: the reason is what others will read."), "reason")
        if group.delivery:
            errors["reason"] = _("It was delivered: take the delivery back first.")
        if errors:
            raise ValidationError(errors)
        noting.end(before, by)
        pledging.release(group, reason=reason.strip(), by=by)
        standing.keep_up(group)
        for one in group.asking:
            noting.of_request(
                Kind.DECISION_TAKEN_BACK, one, by=by, answer=before.answer, reason=reason.strip()
            )
            telling.decision_taken_back(one, before, by=by)
    return True


LINES = {
    Answer.YES.value: Kind.DECIDED_YES,
    Answer.NO.value: Kind.DECIDED_NO,
    Answer.LATER.value: Kind.DECIDED_LATER,
}


def _promised(made: Decision, group: Group, by: Actor) -> None:
    """Let what is promised follow the decision: what was promised for another day, or is not to be, is withdrawn."""
    stale = [one for one in pledging.standing(group) if one.promise.due_on != made.promised_on]
    asked = {one.pk: one for one in group}
    pledging.release([asked[one.request_id] for one in stale], reason=made.reason, by=by)
    pledging.pledge(made, group.asking, by=by)


def _same(before: Decision, verdict: Verdict) -> bool:
    said = (verdict.answer, verdict.reason.strip(), verdict.promised_on, verdict.again_on)
    return (before.answer, before.reason, before.promised_on, before.again_on) == said


def _wrong(group: Group, verdict: Verdict, before: Decision | None) -> dict[str, str]:
    errors = noting.said(verdict.reason, _("Say why: the customer will hear it."), "reason")
    if verdict.answer not in Answer.values:
        errors["answer"] = _("Choose one of them.")
    elif group.leader.state == Request.State.WITHDRAWN:
        errors["answer"] = _("It was withdrawn: nobody has to weigh it any more.")
    elif group.delivery:
        errors["answer"] = _("It was delivered: take the delivery back first.")
    elif verdict.answer == Answer.YES:
        errors |= _wrong_yes(group, verdict, before)
    elif verdict.answer == Answer.LATER and (verdict.again_on is None or verdict.again_on <= clock.today()):
        errors["again_on"] = _("Say when it is looked at again: a day to come.")
    return errors


def _wrong_yes(group: Group, verdict: Verdict, before: Decision | None) -> dict[str, str]:
    if not ExpectedUse.objects.filter(request=group.leader, ended_at=None).exists():
        missing = _(
            "Say first what use is expected, and by when: otherwise nobody can see later what it was worth."
        )
        return {"answer": missing}
    day = verdict.promised_on
    if day is None or day < clock.today():
        return {"promised_on": _("Say until when: the day is promised to the customer.")}
    another = before is not None and before.promised_on not in (None, day)
    if another and Told.objects.filter(decision=before, ended_at=None).exists():
        heard = _("A customer has heard the other day. Move the promise, with the customer’s word.")
        return {"promised_on": heard}
    return {}
