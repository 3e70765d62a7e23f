"""Asking sales what was said in a talk."""

from django.db import transaction

from proxeny.accounts.models import Talk
from proxeny.accounts.talks import access, recording, telling
from proxeny.accounts.talks.events import Kind
from proxeny.core import clock
from proxeny.core.actors import Actor


def ask(talk: Talk, *, by: Actor, words: str = "") -> Talk:
    """Ask who held the talk to pass on what was said. Asking for what is there already, or again the same day, does nothing.

    Raises NotFound for who may not.
    """
    staff, today = recording.colleague(by), clock.today()
    with transaction.atomic():
        row = recording.locked(talk, access.talks(by, write=True))
        was_today = row.asked_at is not None and clock.day_of(row.asked_at) == today
        if row.synced_at is not None or row.called_off_at is not None or row.held_on > today or was_today:
            return row
        row.asked_by_id, row.asked_at, row.asked_words = staff, clock.now(), words.strip()
        row.save(update_fields=["asked_by", "asked_at", "asked_words"])
        recording.append(Kind.ASKED, row, by=by, words=row.asked_words)
        telling.asked(row, by=by)
    return row
