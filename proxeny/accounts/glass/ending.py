"""Ending that somebody looks by exception, before its hours are over."""

from django.db import transaction

from proxeny.accounts.glass import telling
from proxeny.accounts.glass.events import Kind
from proxeny.accounts.glass.recording import account_of, append, locked
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.admitting import is_live, may_decide
from proxeny.identity.models import Admission


def may_end(actor: Actor, admission: Admission) -> bool:
    """Tell whether the actor may end it: who looks, and who may decide."""
    return actor.staff_id is not None and (admission.asked_by_id == actor.staff_id or may_decide(actor))


def end(admission: Admission, *, by: Actor) -> bool:
    """End it from the next click on; return whether it was still open. Raises NotFound for whose it is not to end."""
    with transaction.atomic():
        row = locked(admission, by)
        if not may_end(by, row):
            raise NotFound(str(admission.record))
        if not is_live(row):
            return False
        row.ended_by_id, row.ended_at = by.staff_id, clock.now()
        row.save(update_fields=["ended_by", "ended_at"])
        account = account_of(row)
        append(Kind.ENDED, row, account, by=by)
        telling.ended(row, account, by=by)
    return True
