"""Passing on what was said in a talk and matters for service, or that nothing does; and taking either back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Talk, TalkPoint
from proxeny.accounts.talks import access, recording, telling
from proxeny.accounts.talks.events import Kind
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound

LONGEST = 2000
FIELDS = ["synced_by", "synced_at", "says_nothing"]


def say(talk: Talk, kind: TalkPoint.Kind, words: str, *, by: Actor) -> TalkPoint:
    """Pass on one point; whoever speaks for the customer sees it at once. The same words again change nothing.

    Raises NotFound for whoever was not to hear it, ValidationError, by field, for no words, a talk to come, and one that
    did not take place.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(talk, access.talks_to_tell_of(by))
        if errors := _refused(row, words):
            raise ValidationError(errors)
        said = {"kind": TalkPoint.Kind(kind), "words": words.strip()}
        if there := row.points.filter(taken_back_at=None, **said).first():
            return there
        point = TalkPoint.objects.create(talk=row, said_by_id=staff, said_at=clock.now(), **said)
        _settle(row, by)
        recording.append(Kind.POINT, row, by=by, what=point.kind, words=point.words)
        telling.said(point, row, by=by)
    return point


def take_back(talk: Talk, number: int, *, by: Actor) -> bool:
    """Take back one's own point, as long as nothing was made of it; return whether it is taken back.

    Raises NotFound where there is no such point of this person's.
    """
    with transaction.atomic():
        row = recording.locked(talk, access.talks_to_tell_of(by))
        point = row.points.filter(pk=number, said_by=by.staff_id).first()
        if point is None:
            raise NotFound(f"talk-point:{number}")
        if point.taken_back_at is not None:
            return True
        if point.became:
            return False
        point.taken_back_at = clock.now()
        point.save(update_fields=["taken_back_at"])
        _settle(row, by)
        recording.append(Kind.POINT_TAKEN_BACK, row, by=by, what=point.kind, words=point.words)
        telling.not_said(point)
    return True


def nothing(talk: Talk, *, by: Actor) -> Talk:
    """State that nothing of the talk matters for service. Raises NotFound, and ValidationError where points are there."""
    with transaction.atomic():
        row = recording.locked(talk, access.talks_to_tell_of(by))
        if row.says_nothing:
            return row
        if errors := _refused(row, "-"):
            raise ValidationError(errors)
        if row.synced_at is not None:
            raise ValidationError({"words": _("Something was passed on already.")})
        row.synced_by_id, row.synced_at, row.says_nothing = recording.colleague(by), clock.now(), True
        row.save(update_fields=FIELDS)
        recording.append(Kind.NOTHING, row, by=by)
        telling.settled(row)
    return row


def something_after_all(talk: Talk, *, by: Actor) -> Talk:
    """Take back that nothing matters: it is owed again. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(talk, access.talks_to_tell_of(by))
        if not row.says_nothing:
            return row
        _settle(row, by)
        recording.append(Kind.NOTHING_TAKEN_BACK, row, by=by)
    return row


def _settle(row: Talk, by: Actor) -> None:
    """Passed on is what has a point; a point outweighs that there is nothing, and without any it is owed."""
    is_told = row.points.filter(taken_back_at=None).exists()
    if is_told and (row.synced_at is None or row.says_nothing):
        row.synced_by_id, row.synced_at = by.staff_id, clock.now()
        telling.settled(row)
    elif not is_told:
        row.synced_by, row.synced_at = None, None
    row.says_nothing = False
    row.save(update_fields=FIELDS)


def _refused(row: Talk, words: str) -> dict[str, str]:
    if row.called_off_at is not None:
        return {"words": _("It did not take place: nothing was said.")}
    if row.held_on > clock.today():
        return {"words": _("It is still to come: pass on what was said once it was held.")}
    if not words.strip():
        return {"words": _("Write what was said, in a sentence or two.")}
    if len(words) > LONGEST:
        return {"words": _("Say it in fewer words: %(most)s characters at most.") % {"most": LONGEST}}
    return {}
