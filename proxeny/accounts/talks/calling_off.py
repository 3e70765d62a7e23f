"""Noting that a talk did not take place, and taking that back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Talk
from proxeny.accounts.talks import access, recording, telling
from proxeny.accounts.talks.events import Kind
from proxeny.core import clock
from proxeny.core.actors import Actor

FIELDS = ["called_off_by", "called_off_at"]


def call_off(talk: Talk, *, by: Actor) -> Talk:
    """Note that the talk did not take place: nothing is owed of it. Doing it twice changes nothing.

    Raises NotFound, and ValidationError where something was passed on from it.
    """
    with transaction.atomic():
        row = recording.locked(talk, access.talks(by, write=True))
        if row.called_off_at is not None:
            return row
        if row.synced_at is not None:
            raise ValidationError(_("Something was passed on from it: so it took place."))
        row.called_off_by_id, row.called_off_at = recording.colleague(by), clock.now()
        row.save(update_fields=FIELDS)
        recording.append(Kind.CALLED_OFF, row, by=by)
        telling.settled(row)
    return row


def hold(talk: Talk, *, by: Actor) -> Talk:
    """Take back that it did not take place. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(talk, access.talks(by, write=True))
        if row.called_off_at is None:
            return row
        row.called_off_by, row.called_off_at = None, None
        row.save(update_fields=FIELDS)
        recording.append(Kind.HELD_AFTER_ALL, row, by=by)
    return row
