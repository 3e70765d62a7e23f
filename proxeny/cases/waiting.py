"""Waiting for the customer: who said so, for what; clocks that allow it rest meanwhile."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Case, Waiting
from proxeny.core import clock
from proxeny.core.actors import Actor


def wait(case: Case, *, why: str, by: Actor) -> Waiting:
    """Wait for the customer from now on; one wait at a time, a second one only renames what is waited for."""
    if not why.strip():
        raise ValidationError({"why": _("Say what we wait for: the customer will be asked for it.")})
    with transaction.atomic():
        case = guard(locked(case), by)
        standing = Waiting.objects.filter(case=case, ended_at=None).first()
        if standing and standing.why == why.strip():
            return standing
        if standing:
            standing.why = why.strip()[:300]
            standing.save(update_fields=["why"])
        else:
            standing = Waiting.objects.create(
                case=case, began_at=clock.now(), why=why.strip()[:300], by=by.reference, by_name=by.name
            )
        keep_up(case)
        recorded(Kind.WAITS, case, by, why=standing.why)
    return standing


def stop_waiting(case: Case, *, by: Actor) -> Case:
    """Go on: the clocks run again. Doing it twice changes nothing."""
    with transaction.atomic():
        case = guard(locked(case), by)
        if Waiting.objects.filter(case=case, ended_at=None).update(
            ended_at=clock.now(), ended_by=by.reference
        ):
            keep_up(case)
            recorded(Kind.WAITS_NO_MORE, case, by)
    return case
