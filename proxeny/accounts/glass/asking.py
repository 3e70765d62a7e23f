"""Asking to look into the separate channel of a customer, and asking no more."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.glass import access, telling
from proxeny.accounts.glass.events import Kind
from proxeny.accounts.glass.recording import account_of, append, colleague, locked
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.models import Admission
from proxeny.identity.models.admission import LEAST_HOURS, MOST_HOURS, USUAL_HOURS

LARGEST_CASE = 2**53


def ask(account: Account, *, reason: str, by: Actor, case: int = 0, hours: int = USUAL_HOURS) -> Admission:
    """Ask to be let in, for one `case` by its number or for all that the customer told (0); asking the same again waits on.

    Whether there is anything is not looked at: the answer is the same for every number. Raises NotFound for who may not ask
    of this customer, ValidationError, by field, where the reason is missing or the hours are not from 1 to 72.
    """
    staff, reason = colleague(by), reason.strip()
    if errors := _missing(reason, case, hours):
        raise ValidationError(errors)
    with transaction.atomic():
        account = access.account_to_ask_of(by, account.pk)
        same = Admission.objects.select_for_update().filter(
            asked_by=staff, account=account.pk, case=case, decision="", ended_at=None
        )
        if waiting := same.first():
            return waiting
        made = Admission.objects.create(
            asked_by_id=staff,
            asked_at=clock.now(),
            account=account.pk,
            case=case,
            reason=reason,
            hours=hours,
        )
        append(Kind.ASKED, made, account, by=by, reason=reason, hours=hours)
        telling.asked(made, account, by=by)
    return made


def withdraw(admission: Admission, *, by: Actor) -> bool:
    """Take one's own request back before anybody decides; return whether it was still there to be taken."""
    with transaction.atomic():
        row = locked(admission, by)
        if row.asked_by_id != by.staff_id or row.decision or row.ended_at is not None:
            return False
        row.ended_by_id, row.ended_at = by.staff_id, clock.now()
        row.save(update_fields=["ended_by", "ended_at"])
        append(Kind.WITHDRAWN, row, account_of(row), by=by)
        telling.no_longer_asked(row)
    return True


def _missing(reason: str, case: int, hours: int) -> dict[str, str]:
    errors = {}
    if not reason:
        errors["reason"] = _("Say why: it is read by who decides, and by who speaks for the customer.")
    if not LEAST_HOURS <= hours <= MOST_HOURS:
        errors["hours"] = _("From 1 to 72 hours.")
    if not 0 <= case <= LARGEST_CASE:
        errors["case"] = _("That is no number of a case.")
    return errors
