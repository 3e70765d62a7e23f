"""Letting somebody look by exception, or not: a second person decides, never who asks."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.glass import telling
from proxeny.accounts.glass.events import Kind
from proxeny.accounts.glass.recording import account_of, append, colleague, locked
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.admitting import may_ask, may_decide
from proxeny.identity.models import Admission
from proxeny.identity.models.admission import LEAST_HOURS, MOST_HOURS

GRANTED, REFUSED = Admission.Decision.GRANTED, Admission.Decision.REFUSED


def grant(admission: Admission, *, by: Actor, hours: int | None = None) -> Admission:
    """Let them look from now on, for `hours` (as asked, if nothing is said); granting again changes nothing.

    Raises NotFound for who may not decide, ValidationError for the one who asks, where somebody decided otherwise, where
    the request was withdrawn, or who asked may not look any more.
    """
    with transaction.atomic():
        row, is_new = _to_decide(admission, GRANTED, by)
        if not is_new:
            return row
        if not row.asked_by.is_active or not may_ask(row.asked_by.actor):
            raise ValidationError(_("Who asked does not hold the role any more in which one may look."))
        row.hours = row.hours if hours is None else hours
        if not LEAST_HOURS <= row.hours <= MOST_HOURS:
            raise ValidationError({"hours": _("From 1 to 72 hours.")})
        # By the machine's own clock, so that no day that somebody looks at makes it longer.
        row.until = clock.machine_now() + timedelta(hours=row.hours)
        _decided(row, GRANTED, by)
        account = account_of(row)
        append(Kind.GRANTED, row, account, by=by, hours=row.hours, until=row.until)
        telling.granted(row, account, by=by)
    return row


def refuse(admission: Admission, *, reason: str, by: Actor) -> Admission:
    """Refuse it, with a reason; refusing again changes nothing. Raises as `grant` does."""
    reason = reason.strip()
    with transaction.atomic():
        row, is_new = _to_decide(admission, REFUSED, by)
        if not is_new:
            return row
        if not reason:
            raise ValidationError({"reason": _("Say why not: who asked has to know what to do instead.")})
        row.decided_because = reason
        _decided(row, REFUSED, by)
        account = account_of(row)
        append(Kind.REFUSED, row, account, by=by, reason=reason)
        telling.refused(row, account, by=by)
    return row


def _to_decide(admission: Admission, decision: Admission.Decision, by: Actor) -> tuple[Admission, bool]:
    """The row under a lock, and whether it is still to be decided so."""
    colleague(by)
    if not may_decide(by):
        raise NotFound(str(admission.record))
    row = locked(admission, by)
    if row.asked_by_id == by.staff_id:
        raise ValidationError(
            _("Nobody decides what they ask for themselves. Ask another lead, or the owner.")
        )
    if row.decision:
        if row.decision == decision and row.decided_by_id == by.staff_id:
            return row, False
        raise ValidationError(_("Somebody has decided meanwhile."))
    if row.ended_at is not None:
        raise ValidationError(_("Who asked has taken the request back."))
    return row, True


def _decided(row: Admission, decision: Admission.Decision, by: Actor) -> None:
    row.decision, row.decided_by_id, row.decided_at = decision, by.staff_id, clock.now()
    row.save(update_fields=["decision", "decided_by", "decided_at", "decided_because", "hours", "until"])
