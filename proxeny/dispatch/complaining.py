"""Sending a complaint to the head of a team, dropping it, and answering it; never sent but by a person."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.dispatch import access, letter, recording, telling
from proxeny.dispatch.events import Kind
from proxeny.dispatch.models import Complaint
from proxeny.identity.access import NotFound


def edit(complaint: Complaint, *, text: str, by: Actor) -> Complaint:
    """Keep other words for a complaint that is not sent yet; none at all bring the drafted ones back. Raises NotFound."""
    with transaction.atomic():
        row = _open(complaint, by)
        row.text = text.strip()
        row.save(update_fields=["text"])
    return row


def send(complaint: Complaint, *, by: Actor, text: str = "") -> Complaint:
    """Send it to the head of the team with these words, or those kept, or the drafted ones; what was sent is locked.

    Sending it again changes nothing. Raises NotFound, and ValidationError for a dropped one or a team without a head.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = _locked(complaint, by)
        if row.sent_at is not None:
            return row
        row = _open(complaint, by)
        head = row.team.head
        if head is None:
            raise ValidationError(
                {"to": _("Nobody heads %(team)s: name its head first.") % {"team": row.team.name}}
            )
        row.text = text.strip() or letter.text_of(row)
        row.to, row.sent_by_id, row.sent_at = head, staff, clock.now()
        row.save(update_fields=["text", "to", "sent_by", "sent_at"])
        _record(Kind.COMPLAINT_SENT, row, by, to=head.name, text=row.text)
        telling.complained(row, by=by)
    return row


def drop(complaint: Complaint, *, because: str, by: Actor) -> Complaint:
    """Drop a drafted complaint for a reason; that it was drafted stays on record. Dropping it again changes nothing.

    Raises NotFound, and ValidationError without a reason or when it was sent.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = _locked(complaint, by)
        if row.dropped_at is not None:
            return row
        row = _open(complaint, by)
        if not because.strip():
            raise ValidationError({"because": _("Say why it is not sent: the reason stays on record.")})
        row.dropped_by_id, row.dropped_at, row.dropped_because = staff, clock.now(), because.strip()
        row.save(update_fields=["dropped_by", "dropped_at", "dropped_because"])
        _record(Kind.COMPLAINT_DROPPED, row, by, text=row.dropped_because)
        telling.draft_gone(row)
    return row


def answer(complaint: Complaint, *, text: str, by: Actor) -> Complaint:
    """Answer a complaint, as the head to whom it was sent. The same answer again changes nothing.

    Raises NotFound, and ValidationError without words or where another answer stands.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        Complaint.objects.select_for_update().filter(pk=complaint.pk).first()
        row = access.complaint_for(by, complaint.pk)
        if not access.may_answer(by, row):
            raise NotFound(str(complaint.record))
        if row.answered_at is not None and row.answer == text.strip():
            return row
        if row.answered_at is not None:
            raise ValidationError({"text": _("It was answered already; what was said stays.")})
        if not text.strip():
            raise ValidationError({"text": _("Say who solves it, and until when.")})
        row.answer, row.answered_by_id, row.answered_at = text.strip(), staff, clock.now()
        row.save(update_fields=["answer", "answered_by", "answered_at"])
        _record(Kind.COMPLAINT_ANSWERED, row, by, text=row.answer)
        telling.complaint_answered(row, by=by)
    return row


def _locked(complaint: Complaint, by: Actor) -> Complaint:
    Complaint.objects.select_for_update().filter(pk=complaint.pk).first()
    return access.complaint_for(by, complaint.pk, write=True)


def _open(complaint: Complaint, by: Actor) -> Complaint:
    row = _locked(complaint, by)
    if row.sent_at is not None:
        raise ValidationError({"text": _("It was sent already; what was said stays.")})
    if row.dropped_at is not None:
        raise ValidationError({"text": _("It was dropped.")})
    return row


def _record(kind: Kind, complaint: Complaint, by: Actor, **content: object) -> None:
    said = {"cause": complaint.cause, **content}
    recording.append(kind, complaint.order, by=by, teams=[complaint.team], also=[complaint.record], **said)
