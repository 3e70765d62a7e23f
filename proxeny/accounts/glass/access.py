"""Loading who was let in by exception, and what they opened; there is no way to get one without saying who asks."""

from django.db.models import QuerySet

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity import admitting
from proxeny.identity.access import NotFound
from proxeny.identity.models import Admission, AdmissionLook
from proxeny.identity.roles import Area

RELATED = ("asked_by", "decided_by", "ended_by")


def admissions(actor: Actor) -> QuerySet[Admission]:
    """Return who asked to be let in, and was, of the customers of which the actor reads the inside: never sales, no team."""
    return Admission.objects.filter(account__in=accounts(actor, Area.INSIDE).values("pk"))


def admission_for(actor: Actor, number: int) -> Admission:
    """Return one of them, or raise NotFound."""
    found = admissions(actor).select_related(*RELATED).filter(pk=number).first()
    if found is None:
        raise NotFound(f"admission:{number}")
    return found


def looks(actor: Actor, admission: Admission) -> QuerySet[AdmissionLook] | None:
    """Return what was opened under it, oldest first; None for whom the channel is closed: addresses tell what there is."""
    return admission.looks.all() if hears(actor, admission) else None


def hears(actor: Actor, admission: Admission) -> bool:
    """Tell whether what the admission is about is open to the actor themselves."""
    if admitting.admits(actor, admission.account, admission.case):
        return True
    return accounts(actor, Area.CONFIDENTIAL).filter(pk=admission.account).exists()


def askable(actor: Actor) -> QuerySet[Account]:
    """Return the customers whose channel the actor may ask to look into, whether anything was told there or not."""
    if not admitting.may_ask(actor):
        return Account.objects.none()
    closed = accounts(actor, Area.INSIDE)
    return closed.exclude(pk__in=accounts(actor, Area.CONFIDENTIAL).values("pk"))


def account_to_ask_of(actor: Actor, number: int) -> Account:
    """Return one of these customers, or raise NotFound."""
    found = askable(actor).filter(pk=number).first()
    if found is None:
        raise NotFound(f"account:{number}")
    return found
