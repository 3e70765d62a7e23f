"""Loading promises; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts import access
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, Role, right
from proxeny.promises.models import Promise


def promises(actor: Actor, *, write: bool = False) -> QuerySet[Promise]:
    """Return the promises to customers whose dossier the actor may read (or change).

    What was told in confidence only to those to whom that channel is open; for all others it does not exist.
    """
    return Promise.objects.filter(_open_to(actor, access.accounts(actor, Area.DOSSIER, write=write)))


def promises_to_keep(actor: Actor) -> QuerySet[Promise]:
    """Return the promises that the actor may note as kept: those to customers for whom they may note one."""
    return Promise.objects.filter(_open_to(actor, accounts_to_note(actor)))


def promise_for(actor: Actor, number: int, *, write: bool = False) -> Promise:
    """Return one promise, or raise NotFound."""
    return _one(promises(actor, write=write), number)


def promise_to_keep(actor: Actor, number: int) -> Promise:
    """Return one promise that the actor may note as kept, or raise NotFound."""
    return _one(promises_to_keep(actor), number)


def accounts_to_note(actor: Actor) -> QuerySet[Account]:
    """Return the customers for whom the actor may note a promise: who speaks for them, and who sells to them.

    Sales has to pass on what was promised; moving the day or withdrawing it is the spokesperson's.
    """
    speaking = access.accounts(actor, Area.DOSSIER, write=True)
    selling = access.accounts(actor, Area.COMMERCIAL, write=True)
    return Account.objects.filter(Q(pk__in=speaking.values("pk")) | Q(pk__in=selling.values("pk")))


def account_to_note(actor: Actor, number: int) -> Account:
    """Return one customer for whom the actor may note a promise, or raise NotFound."""
    found = accounts_to_note(actor).select_related("spokesperson", "sales").filter(pk=number).first()
    if found is None:
        raise NotFound(f"account:{number}")
    return found


def may_note(actor: Actor, account: Account) -> bool:
    """Tell the same of a customer that was loaded already, without asking the database."""
    own = {
        Area.DOSSIER: (Role.SPOKESPERSON, account.spokesperson_id),
        Area.COMMERCIAL: (Role.SALES, account.sales_id),
    }
    for area, (role, whose) in own.items():
        reach = right(actor, area).write
        if reach is Reach.ALL or (reach is Reach.OWN and actor.holds(role) and whose == actor.staff_id):
            return True
    return False


def hears_confidences(actor: Actor, account: Account) -> bool:
    """Tell whether the separate channel of the customer is open to the actor."""
    return access.accounts(actor, Area.CONFIDENTIAL).filter(pk=account.pk).exists()


def _open_to(actor: Actor, accounts: QuerySet[Account]) -> Q:
    heard = access.accounts(actor, Area.CONFIDENTIAL)
    return Q(account__in=accounts) & (Q(in_confidence=False) | Q(account__in=heard))


def _one(found: QuerySet[Promise], number: int) -> Promise:
    related = found.select_related(
        "account__spokesperson", "account__sales", "by_person", "to_contact", "sync_owed_by"
    )
    promise = related.filter(pk=number).first()
    if promise is None:
        raise NotFound(f"promise:{number}")
    return promise
