"""Withdrawing a promise: nothing is owed any more, for a reason that stays to be read."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.promises import recording, telling, texts
from proxeny.promises.events import Kind
from proxeny.promises.models import Promise

FIELDS = ["withdrawn_at", "withdrawn_by", "withdrawn_because"]


def withdraw(promise: Promise, *, reason: str, by: Actor) -> Promise:
    """Withdraw the promise; that it was made, and why it does not hold any more, stays on record.

    Doing it twice changes nothing. Raises NotFound, and ValidationError, by field, without a reason or when it was kept.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(promise, by)
        if row.withdrawn_at is not None:
            return row
        if row.kept_on is not None:
            raise ValidationError({"reason": _("It was kept: there is nothing to withdraw.")})
        if not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
        row.withdrawn_at, row.withdrawn_by_id = clock.now(), staff
        row.withdrawn_because = reason.strip()
        row.save(update_fields=FIELDS)
        recording.append(Kind.WITHDRAWN, row, by=by, reason=row.withdrawn_because)
        texts.keep(row)
        telling.withdrawn(row, by=by)
    return row


def restore(promise: Promise, *, by: Actor) -> Promise:
    """Put a withdrawn promise in force again, with the day it had. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(promise, by)
        if row.withdrawn_at is None:
            return row
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = None, None, ""
        row.save(update_fields=FIELDS)
        recording.append(Kind.RESTORED, row, by=by, due_on=row.due_on)
        texts.keep(row)
        telling.restored(row, by=by)
    return row
