"""What every verb on orders does: find the row again under a lock, and put the line on record."""

from collections.abc import Iterable

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.erasure import access
from proxeny.erasure.events import Kind
from proxeny.erasure.models import Order
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: erasing is ordered by people."""
    if by.staff_id is None:
        raise ValueError("erasing is ordered and confirmed by people")
    return by.staff_id


def locked(order: Order, by: Actor) -> Order:
    """Return the row under a lock for who may give such orders, or raise NotFound."""
    open_to = access.orders(by, write=True).filter(pk=order.pk).values("pk")
    found = (
        Order.objects.select_for_update(of=("self",))
        .select_related("account", "contact")
        .filter(pk__in=open_to)
        .first()
    )
    if found is None:
        raise NotFound(str(order.record))
    return found


def append(kind: Kind, order: Order, *, by: Actor, about: Iterable[Reference] = (), **content: object) -> int:
    """Put a line about the order on record. It names nobody, for it stays when all else of them is gone."""
    of, customer = str(order.of), order.account.reference
    return appending.append(
        kind,
        about=[order.record, *about],
        by=by,
        visibility=Visibility.OPEN,
        of=of,
        customer=customer,
        **content,
    )
