"""Withdrawing an order: nothing is wanted of the team any more."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said


def withdraw(order: Order, *, reason: str, by: Actor, seen: int) -> Order:
    """Withdraw the order; why stays to be read. Raises NotFound, Overtaken, ValidationError without a reason."""
    return moving.move(
        order,
        MoveKind.WITHDRAWN,
        Said(text=reason.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(reason, "reason", _("Say why: the team reads it.")),
        field="reason",
    )
