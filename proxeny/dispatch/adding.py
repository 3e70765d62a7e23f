"""Adding a fact to an order: those it was sent with are locked, later ones are moves of their own."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said


def add_fact(order: Order, *, text: str, by: Actor, seen: int) -> Order:
    """Add what became known since; we may, and the team with which it lies. It overtakes nobody.

    Raises NotFound, and ValidationError without words or where they would name a customer that must not be named.
    """
    return moving.move(
        order,
        MoveKind.ADDED,
        Said(text=text.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(text, "text", _("Say what became known.")),
    )
