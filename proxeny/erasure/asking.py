"""Ordering that a person, or a customer, be erased."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, Contact
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.erasing.sought import identifiers
from proxeny.erasure import access, keeping, recording, telling
from proxeny.erasure.events import Kind
from proxeny.erasure.models import Ground, Order
from proxeny.erasure.models.order import UNSETTLED

LONGEST, MOST_NAMES = 2000, 20


def ask(
    account: Account,
    contact: Contact | None = None,
    *,
    ground: Ground,
    reason: str,
    by: Actor,
    request_reference: str = "",
    also: Sequence[str] = (),
) -> Order:
    """Order that all that is kept of `contact` be erased, or of the whole customer; a second person has to confirm it.

    `also` are further names, mail addresses and phone numbers of the person. Where an order for the same waits already, that
    one is returned. Raises NotFound, and ValidationError by field: a customer goes only after its contracts.
    """
    with transaction.atomic():
        account = access.account_to_erase(by, account.pk)
        # Two who order the same at the same instant: the second finds the first one's.
        Account.objects.select_for_update().filter(pk=account.pk).values_list("pk").first()
        if errors := _wrong(account, contact, reason, also):
            raise ValidationError(errors)
        if standing := Order.objects.filter(UNSETTLED, account=account, contact=contact).first():
            return standing
        order = Order.objects.create(
            account=account,
            contact=contact,
            ground=ground,
            reason=reason.strip(),
            request_reference=" ".join(request_reference.split())[:120],
            also=list(identifiers(*also)),
            asked_by_id=recording.colleague(by),
            asked_at=clock.now(),
        )
        recording.append(
            Kind.ASKED, order, by=by, ground=ground, reason=order.reason, reference=order.request_reference
        )
        telling.waits(order, by=by)
    return order


def _wrong(account: Account, contact: Contact | None, reason: str, also: Sequence[str]) -> dict[str, object]:
    """Return what is missing or cannot be, by field."""
    errors: dict[str, object] = {}
    if not reason.strip():
        errors["reason"] = _("Say why: who confirms it has to be able to judge.")
    elif len(reason) > LONGEST:
        errors["reason"] = _("Say it in fewer words: %(most)s characters at most.") % {"most": LONGEST}
    if contact is not None and contact.account_id != account.pk:
        errors["contact"] = _("That person belongs to another customer.")
    if contact is None and (why := keeping.not_yet(account, clock.today())):
        errors["contact"] = [one.here() for one in why]
    if len(also) > MOST_NAMES:
        errors["also"] = _("Twenty further names and numbers are the most.")
    return errors
