"""Asking about an order, and answering: meanwhile it lies with us, and the team's clocks rest."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said


def ask(order: Order, *, text: str, by: Actor, seen: int) -> Order:
    """Ask us what the team needs to know. Raises NotFound, Overtaken, ValidationError without a question."""
    return moving.move(
        order,
        MoveKind.ASKED,
        Said(text=text.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(text, "text", _("Say what you need to know.")),
    )


def answer(order: Order, *, text: str, by: Actor, seen: int) -> Order:
    """Answer the team: it lies with them again. Raises NotFound, Overtaken, ValidationError without an answer."""
    return moving.move(
        order,
        MoveKind.ANSWERED,
        Said(text=text.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(text, "text", _("Say what the team asked for.")),
    )
