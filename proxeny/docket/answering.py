"""Answering a matter on the docket: judging, putting off, dismissing, and taking the answer back."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.docket import telling
from proxeny.docket.events import Kind
from proxeny.docket.holding import settle
from proxeny.docket.models import Answer, Matter
from proxeny.docket.reading import Item
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from proxeny.ledger import appending


def judge(
    item: Item,
    *,
    band: Judgement.Band,
    reason: str,
    by: Actor,
    forecast: float | None = None,
    expires_on: date | None = None,
) -> Answer:
    """Answer with a judgement of the customer; the evidence that was on screen is recorded with it."""
    account = item.account
    if account is None:
        raise ValidationError({"band": _("This concerns no single customer; there is nobody to judge.")})
    with transaction.atomic():
        if standing := _standing(item, Answer.Kind.JUDGED, reason, by):
            return standing
        # Before the judgement, whose line tells of both.
        answer = _answer(item, Answer.Kind.JUDGED, reason.strip(), by)
        answer.judgement = judging.judge(
            account,
            band=band,
            reason=reason,
            by=by,
            forecast=forecast,
            expires_on=expires_on,
            evidence=[
                str(item.sighting.matter.record),
                *(one["reference"] for one in item.sighting.evidence),
            ],
        )
        answer.save(update_fields=["judgement"])
        settle(answer.matter)  # it holds for as long as the judgement stands
    return answer


def snooze(item: Item, *, until: date, reason: str, by: Actor) -> Answer:
    """Put the matter off until a day, with a reason; on that day it lies on the docket again, if it still stands."""
    errors = _without_reason(reason)
    if until <= clock.today():
        errors["until"] = _("Pick a day after today: on that day it comes back.")
    if errors:
        raise ValidationError(errors)
    with transaction.atomic():
        if standing := _standing(item, Answer.Kind.SNOOZED, reason, by):
            return standing
        answer = _answer(item, Answer.Kind.SNOOZED, reason.strip(), by, until=until)
        _record(Kind.SNOOZED, answer, by, until=until, reason=answer.reason)
    return answer


def dismiss(item: Item, *, reason: str, by: Actor) -> Answer:
    """Dismiss the matter with a reason; it does not come back for the same reason, only as news: grown by half, or anew."""
    if errors := _without_reason(reason):
        raise ValidationError(errors)
    with transaction.atomic():
        if standing := _standing(item, Answer.Kind.DISMISSED, reason, by):
            return standing
        answer = _answer(item, Answer.Kind.DISMISSED, reason.strip(), by)
        _record(Kind.DISMISSED, answer, by, reason=answer.reason)
    return answer


def take_back(answer: Answer, *, by: Actor) -> None:
    """Take an answer back, and the judgement given with it; both stay on record. Doing it twice changes nothing."""
    with transaction.atomic():
        if not Answer.objects.filter(pk=answer.pk, withdrawn_at=None).update(withdrawn_at=clock.now()):
            return
        settle(answer.matter)
        if answer.judgement:
            judging.withdraw(answer.judgement, by=by)
        _record(Kind.ANSWER_WITHDRAWN, answer, by, taken_back=answer.kind)


def earliest_return() -> date:
    """Return the first day a matter can be put off to."""
    return clock.today() + timedelta(days=1)


def _without_reason(reason: str) -> dict[str, str]:
    return {} if reason.strip() else {"reason": _("Say why: the reason is what others will read.")}


def _standing(item: Item, kind: Answer.Kind, reason: str, by: Actor) -> Answer | None:
    """Return the same answer given before, under a lock on the matter: a second click finds the first one's."""
    matter = Matter.objects.select_for_update().get(pk=item.number)
    same = matter.answers.filter(
        withdrawn_at=None, on=clock.today(), kind=kind, reason=reason.strip(), by=by.reference
    )
    return same.first()


def _answer(
    item: Item,
    kind: Answer.Kind,
    reason: str,
    by: Actor,
    *,
    until: date | None = None,
) -> Answer:
    answer = Answer.objects.create(
        matter=item.sighting.matter,
        kind=kind,
        reason=reason,
        on=clock.today(),
        until=until,
        size=item.sighting.size,
        by=by.reference,
        at=clock.now(),
    )
    settle(answer.matter)
    return answer


def _record(kind: Kind, answer: Answer, by: Actor, **content: Any) -> None:
    matter = answer.matter
    about = [matter.record, *([matter.account.record] if matter.account else [])]
    appending.append(kind, about=about, by=by, **content)
    telling.answered(answer, kind, by=by)
