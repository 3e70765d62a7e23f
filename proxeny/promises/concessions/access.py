"""Loading concessions; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts.access import OWNING, accounts
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import MATRIX, NOTHING, Area, Reach, right
from proxeny.promises.models import Concession

RELATED = (
    "account__spokesperson", "account__sales", "by_person", "to_contact", "recorded_by", "decided_by", "withdrawn_by",
)  # fmt: skip


def concessions(actor: Actor, *, write: bool = False) -> QuerySet[Concession]:
    """Return what was given to customers of which the actor may read (or change) that.

    What was told in confidence only to those to whom that channel is open; for all others it does not exist.
    """
    heard = accounts(actor, Area.CONFIDENTIAL)
    open_to = Q(account__in=accounts_of(actor, write=write))
    return Concession.objects.filter(open_to & (Q(in_confidence=False) | Q(account__in=heard)))


def concession_for(actor: Actor, number: int, *, write: bool = False) -> Concession:
    """Return one concession, or raise NotFound."""
    found = concessions(actor, write=write).select_related(*RELATED).filter(pk=number).first()
    if found is None:
        raise NotFound(f"concession:{number}")
    return found


def accounts_of(actor: Actor, *, write: bool = True) -> QuerySet[Account]:
    """Return the customers for whom the actor may note a concession (or only read them)."""
    return accounts(actor, Area.CONCESSIONS, write=write)


def account_to_note(actor: Actor, number: int) -> Account:
    """Return one customer for whom the actor may note a concession, or raise NotFound."""
    found = accounts_of(actor).select_related("spokesperson", "sales").filter(pk=number).first()
    if found is None:
        raise NotFound(f"account:{number}")
    return found


def may_note(actor: Actor, account: Account) -> bool:
    """Tell the same of a customer that was loaded already, without asking the database."""
    if right(actor, Area.CONCESSIONS).write is Reach.ALL:
        return True
    for role, relation in OWNING.items():
        own = MATRIX[Area.CONCESSIONS].get(role, NOTHING).write is Reach.OWN and actor.holds(role)
        if own and getattr(account, f"{relation}_id") == actor.staff_id:
            return True
    return False


def may_set_limits(actor: Actor) -> bool:
    """Tell whether the actor may say how much roles give away: who writes concessions of all customers."""
    return actor.staff_id is not None and right(actor, Area.CONCESSIONS).write is Reach.ALL
