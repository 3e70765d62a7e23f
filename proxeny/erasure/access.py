"""Loading orders to erase; there is no way to get one without saying who asks."""

from django.db.models import QuerySet

from proxeny.accounts.access import account_for, accounts
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.erasure.models import Order, Standing
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, right

RELATED = ("account", "contact", "asked_by", "withdrawn_by", "refused_by", "confirmed_by")


def orders(actor: Actor, *, write: bool = False) -> QuerySet[Order]:
    """Return the orders about customers of which the actor may read (or give) such."""
    return Order.objects.filter(account__in=accounts(actor, Area.ERASURE, write=write)).select_related(
        *RELATED
    )


def order_for(actor: Actor, number: int, *, write: bool = False) -> Order:
    """Return one order, or raise NotFound."""
    found = orders(actor, write=write).filter(pk=number).first()
    if found is None:
        raise NotFound(f"erasure:{number}")
    return found


def account_to_erase(actor: Actor, number: int) -> Account:
    """Return one customer for whose people the actor may order erasing, or raise NotFound."""
    return account_for(actor, number, Area.ERASURE, write=True)


def decides(actor: Actor) -> bool:
    """Tell whether the actor may be the second person: who answers for all customers."""
    return actor.staff_id is not None and right(actor, Area.ERASURE).write is Reach.ALL


def may_decide(actor: Actor, order: Order) -> bool:
    """Tell whether the actor may confirm or refuse this order: never one's own."""
    return decides(actor) and order.asked_by_id != actor.staff_id and order.standing is Standing.WAITING


def may_withdraw(actor: Actor, order: Order) -> bool:
    """Tell whether the actor may withdraw this order: who gave it."""
    return order.asked_by_id == actor.staff_id and order.standing is Standing.WAITING


def sees_channel(actor: Actor, account: Account) -> bool:
    """Tell whether the separate channel of the customer is open to the actor: others get no numbers of it."""
    return accounts(actor, Area.CONFIDENTIAL).filter(pk=account.pk).exists()
