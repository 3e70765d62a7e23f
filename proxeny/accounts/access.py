"""Loading customers; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, Role, right


def accounts(actor: Actor, area: Area = Area.DOSSIER, *, write: bool = False) -> QuerySet[Account]:
    """Return the customers whose part `area` the actor may read (or change)."""
    granted = right(actor, area)
    reach = granted.write if write else granted.read
    if reach is Reach.ALL:
        return Account.objects.all()
    if reach is Reach.NONE:
        return Account.objects.none()
    return Account.objects.filter(_own(actor))


def account_for(actor: Actor, number: int, area: Area = Area.DOSSIER, *, write: bool = False) -> Account:
    """Return one customer, or raise NotFound: for those without access it does not exist."""
    found = accounts(actor, area, write=write).select_related("spokesperson", "sales").filter(pk=number).first()
    if found is None:
        raise NotFound(f"account:{number}")
    return found


def _own(actor: Actor) -> Q:
    own = Q(pk=None)
    if actor.holds(Role.SPOKESPERSON):
        own |= Q(spokesperson=actor.staff_id)
    if actor.holds(Role.SALES):
        own |= Q(sales=actor.staff_id)
    return own
