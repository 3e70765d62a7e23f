"""Loading customers; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity import admitting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import MATRIX, NOTHING, Area, Reach, Role, right


def accounts(actor: Actor, area: Area = Area.DOSSIER, *, write: bool = False) -> QuerySet[Account]:
    """Return the customers whose part `area` the actor may read (or change).

    To the separate channel belong those into whose channel they are let in by exception, while they look.
    """
    granted = right(actor, area)
    reach = granted.write if write else granted.read
    if reach is Reach.ALL:
        return Account.objects.all()
    admitted = admitting.accounts_of(actor) if area is Area.CONFIDENTIAL and not write else frozenset()
    if reach is Reach.NONE and not admitted:
        return Account.objects.none()
    own = _own(actor, area, write=write)
    return Account.objects.filter(own | Q(pk__in=admitted) if admitted else own)


def account_for(actor: Actor, number: int, area: Area = Area.DOSSIER, *, write: bool = False) -> Account:
    """Return one customer, or raise NotFound: for those without access it does not exist."""
    found = (
        accounts(actor, area, write=write).select_related("spokesperson", "sales").filter(pk=number).first()
    )
    if found is None:
        raise NotFound(f"account:{number}")
    return found


# How a role makes a customer one's own.
OWNING = {Role.SPOKESPERSON: "spokesperson", Role.SALES: "sales"}


def _own(actor: Actor, area: Area, *, write: bool) -> Q:
    """Return which customers are the actor's own in `area`: those held in a role that opens it.

    Who speaks for one customer and sells to another sees the health of the first only.
    """
    own = Q(pk=None)
    for role, relation in OWNING.items():
        granted = MATRIX[area].get(role, NOTHING)
        if actor.holds(role) and (granted.write if write else granted.read) is Reach.OWN:
            own |= Q(**{relation: actor.staff_id})
    return own
