"""What becomes of an order before anything is erased: confirmed by a second person, refused, or withdrawn."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.erasure import access, carrying_out, keeping, recording, telling
from proxeny.erasure.events import Kind
from proxeny.erasure.models import Order, Standing
from proxeny.identity.access import NotFound


def confirm(order: Order, *, by: Actor) -> Order:
    """Confirm it, as the second person: from then on it is carried out, and nothing brings back what is gone.

    Doing it twice changes nothing. Raises NotFound for who may not; ValidationError for who ordered it, for what is settled
    otherwise, and for a customer whose contracts run again.
    """
    with transaction.atomic():
        row = _open(order, by, Standing.CONFIRMED, Standing.ERASED, Standing.DONE)
        if row.standing is not Standing.WAITING:
            return row
        if row.contact_id is None and (why := keeping.not_yet(row.account, clock.today())):
            raise ValidationError([one.here() for one in why])
        row.confirmed_by_id, row.confirmed_at = recording.colleague(by), clock.now()
        row.save(update_fields=["confirmed_by", "confirmed_at"])
        row.entry = recording.append(
            Kind.CONFIRMED,
            row,
            by=by,
            asked_by=row.asked_by.reference,
            confirmed_by=by.reference,
            ground=row.ground,
        )
        Order.objects.filter(pk=row.pk).update(entry=row.entry)
        telling.settled(row)
        carrying_out.begin(row)
    return row


def refuse(order: Order, *, reason: str, by: Actor) -> Order:
    """Refuse it, with a reason. Doing it twice changes nothing; raises as `confirm` does."""
    with transaction.atomic():
        row = _open(order, by, Standing.REFUSED)
        if row.standing is Standing.REFUSED:
            return row
        if not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
        row.refused_by_id, row.refused_at = recording.colleague(by), clock.now()
        row.refused_because = reason.strip()
        row.save(update_fields=["refused_by", "refused_at", "refused_because"])
        recording.append(Kind.REFUSED, row, by=by, reason=row.refused_because)
        telling.settled(row)
        telling.refused(row, by=by)
    return row


def withdraw(order: Order, *, by: Actor) -> Order:
    """Withdraw it, as who gave it. Doing it twice changes nothing; what is confirmed cannot be withdrawn."""
    with transaction.atomic():
        row = recording.locked(order, by)
        if row.asked_by_id != by.staff_id:
            raise NotFound(str(row.record))
        if row.standing is Standing.WITHDRAWN:
            return row
        if row.standing is not Standing.WAITING:
            raise ValidationError(_("Somebody has settled it already."))
        row.withdrawn_by_id, row.withdrawn_at = recording.colleague(by), clock.now()
        row.save(update_fields=["withdrawn_by", "withdrawn_at"])
        recording.append(Kind.WITHDRAWN, row, by=by)
        telling.settled(row)
    return row


def _open(order: Order, by: Actor, *done: Standing) -> Order:
    """Return the row for a second person: still waiting, or already as they want it."""
    row = recording.locked(order, by)
    if not access.decides(by):
        raise NotFound(str(row.record))
    if row.asked_by_id == by.staff_id:
        raise ValidationError(_("You ordered it yourself: somebody else has to decide."))
    if row.standing is not Standing.WAITING and row.standing not in done:
        raise ValidationError(_("Somebody has settled it already."))
    return row
