"""Withdrawing a concession: it is not given any more, for a reason that stays to be read."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.promises.concessions import recording, telling, texts
from proxeny.promises.concessions.events import Kind
from proxeny.promises.models import Concession

FIELDS = ["withdrawn_at", "withdrawn_by", "withdrawn_because"]


def withdraw(concession: Concession, *, reason: str, by: Actor) -> Concession:
    """Withdraw it; that it was given, and why it does not hold any more, stays on record. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(concession, by)
        if row.withdrawn_at is not None:
            return row
        if not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
        row.withdrawn_at, row.withdrawn_by_id = clock.now(), recording.colleague(by)
        row.withdrawn_because = reason.strip()
        row.save(update_fields=FIELDS)
        recording.append(Kind.WITHDRAWN, row, by=by, reason=row.withdrawn_because)
        texts.keep(row)
        telling.withdrawn(row, by=by)
    return row


def restore(concession: Concession, *, by: Actor) -> Concession:
    """Put a withdrawn concession in force again, as it was decided. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(concession, by)
        if row.withdrawn_at is None:
            return row
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = None, None, ""
        row.save(update_fields=FIELDS)
        recording.append(Kind.RESTORED, row, by=by)
        texts.keep(row)
        telling.restored(row, by=by)
    return row
