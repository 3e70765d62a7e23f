"""Noting that sales talks with a customer, or did."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, Contact, Talk
from proxeny.accounts.talks import access, recording, telling
from proxeny.accounts.talks.events import Kind
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role

FARTHEST = timedelta(days=366)


def note(
    account: Account,
    *,
    held_on: date,
    by: Actor,
    kind: Talk.Kind = Talk.Kind.MEETING,
    held_by: Staff | None = None,
    subject: str = "",
    contacts: Iterable[Contact] = (),
    with_names: str = "",
    asking: str = "",
) -> Talk:
    """Note a talk on `held_on`, to come or past; `held_by` is who sells to the customer if nothing is said.

    Whoever notes the talk of somebody else asks for it, in the words `asking` where there are any. Raises NotFound for who
    may not note one with this customer, ValidationError, by field, for what is missing or cannot be.
    """
    staff, people, now = recording.colleague(by), list(contacts), clock.now()
    seller = held_by or account.sales
    with transaction.atomic():
        if not access.accounts_of(by).filter(pk=account.pk).exists():
            raise NotFound(str(account.record))
        if (errors := _missing(account, held_on, seller, people)) or seller is None:
            raise ValidationError(errors)
        is_asked = seller.pk != staff
        talk = Talk.objects.create(
            account=account,
            held_on=held_on,
            kind=kind,
            held_by=seller,
            subject=" ".join(subject.split()),
            with_names=" ".join(with_names.split()),
            noted_by_id=staff,
            noted_at=now,
            asked_by_id=staff if is_asked else None,
            asked_at=now if is_asked else None,
            asked_words=asking.strip() if is_asked else "",
        )
        talk.contacts.set(people)
        recording.append(Kind.NOTED, talk, by=by, subject=talk.subject, names=talk.names)
        if is_asked and held_on <= clock.today():
            telling.asked(talk, by=by)
    return talk


def _missing(
    account: Account, held_on: date, seller: Staff | None, people: Iterable[Contact]
) -> dict[str, str]:
    errors = {}
    if seller is None or not seller.is_active or Role.SALES not in seller.roles:
        errors["held_by"] = _("Say who of sales talked with them: nobody sells to this customer yet.")
    if abs(held_on - clock.today()) > FARTHEST:
        errors["held_on"] = _("That is more than a year away.")
    if any(one.account_id != account.pk for one in people):
        errors["contacts"] = _("That person belongs to another customer.")
    return errors
