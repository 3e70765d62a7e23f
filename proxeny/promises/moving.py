"""Moving the day of a promise: only on the customer's word, and for everybody to see."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.promises import recording, telling, texts
from proxeny.promises.events import Kind
from proxeny.promises.models import MovedDate, Promise


def move(
    promise: Promise, *, to_day: date, word: str, word_of: str, by: Actor, seen: date | None = None
) -> MovedDate:
    """Put the day of the promise to `to_day`: `word` is what the customer said to it, `word_of` who said it.

    `seen` is the day that stood there when the person began. Saying the same again changes nothing. Raises NotFound, and
    ValidationError, by field: without the customer's word, for the same day or one past, when the promise is kept or
    withdrawn, and when somebody else has moved it meanwhile.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(promise, by)
        last = row.moves.filter(taken_back_at=None).last()
        if last and last.by_id == staff and (last.to_day, last.word) == (to_day, word.strip()):
            return last
        if errors := _refused(row, to_day, word, word_of, seen):
            raise ValidationError(errors)
        moved = MovedDate.objects.create(
            promise=row,
            from_day=row.due_on,
            to_day=to_day,
            word=word.strip(),
            word_of=" ".join(word_of.split()),
            by_id=staff,
            at=clock.now(),
        )
        row.due_on = to_day
        row.save(update_fields=["due_on"])
        said = {"from_day": moved.from_day, "to_day": to_day, "word": moved.word, "word_of": moved.word_of}
        recording.append(Kind.MOVED, row, by=by, **said)
        texts.keep(row)
        telling.moved(row, moved, by=by)
    return moved


def take_back(promise: Promise, number: int, *, by: Actor) -> bool:
    """Take one's own move back, as long as it is the last one; return whether the day stands as before it.

    Raises NotFound where there is no such move of this person's.
    """
    with transaction.atomic():
        row = recording.locked(promise, by)
        moved = row.moves.filter(pk=number, by=by.staff_id).first()
        if moved is None:
            raise NotFound(f"move {number} of {promise.record}")
        if moved.taken_back_at is not None:
            return True
        if row.moves.filter(taken_back_at=None).last() != moved or row.kept_on or row.withdrawn_at:
            return False
        moved.taken_back_at = clock.now()
        moved.save(update_fields=["taken_back_at"])
        row.due_on = moved.from_day
        row.save(update_fields=["due_on"])
        recording.append(Kind.MOVE_TAKEN_BACK, row, by=by, due_on=row.due_on, to_day=moved.to_day)
        texts.keep(row)
        telling.move_taken_back(row, moved, by=by)
    return True


def _refused(row: Promise, to_day: date, word: str, word_of: str, seen: date | None) -> dict[str, str]:
    errors = {}
    if row.kept_on is not None or row.withdrawn_at is not None:
        errors["to_day"] = _("Nothing is owed any more: there is no day to move.")
    elif seen is not None and seen != row.due_on:
        errors["to_day"] = _("Somebody else has moved it meanwhile. Look at the day that stands there now.")
    elif to_day == row.due_on:
        errors["to_day"] = _("That is the day it is due already.")
    elif to_day < clock.today():
        errors["to_day"] = _("Pick a day that is still to come: nobody agrees to one that has passed.")
    if not word.strip():
        errors["word"] = _("Without the customer’s word the day stays. Write what they said to the new one.")
    if not word_of.strip():
        errors["word_of"] = _("Say who on the customer’s side agreed to it.")
    return errors
