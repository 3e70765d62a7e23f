"""Looking under an admission: it is loaded anew with each request, and each page that is opened goes on record."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from proxeny.accounts.glass import access
from proxeny.accounts.glass.events import Kind
from proxeny.accounts.glass.recording import append
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity import admitting
from proxeny.identity.access import NotFound
from proxeny.identity.models import Admission, AdmissionLook
from proxeny.ledger.appending import Visibility

ONE_LOOK = timedelta(minutes=5)
"""The same address within this time is one look: pages fetch some of their parts by themselves."""
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody who looks: under which admission, at whom, and as whom loaders know them meanwhile."""

    admission: Admission
    account: Account
    actor: Actor


def looking(actor: Actor, number: int) -> Looking | None:
    """Return the actor as they look under their admission of that number; None where it is not theirs or not open any more."""
    found = Admission.objects.select_related(*access.RELATED).filter(pk=number).first()
    let_in = admitting.under(actor, found) if found else None
    if found is None or let_in is None:
        return None
    return Looking(found, Account.objects.get(pk=found.account), let_in)


def begin(actor: Actor, number: int) -> Looking:
    """Return the same, or raise NotFound."""
    found = looking(actor, number)
    if found is None:
        raise NotFound(f"admission:{number}")
    return found


def note(one: Looking, address: str) -> None:
    """Put on record that the address was opened; again within five minutes it is the same look."""
    address, now = address[:LONGEST], clock.machine_now()
    before = AdmissionLook.objects.filter(admission=one.admission, address=address, at__gt=now - ONE_LOOK)
    if before.exists():
        return
    with transaction.atomic():
        AdmissionLook.objects.create(admission=one.admission, at=now, address=address)
        append(
            Kind.LOOKED,
            one.admission,
            one.account,
            by=one.actor,
            visibility=Visibility.CONFIDENTIAL,
            address=address,
        )
