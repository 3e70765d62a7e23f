"""Reporting an order done, and confirming it, or saying that it is not solved."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said


def done(order: Order, *, text: str, by: Actor, seen: int) -> Order:
    """Report the order done: what was done, in words for the customer’s side. We confirm it, or say that it is not solved.

    Raises NotFound, Overtaken, ValidationError where nothing says what was done.
    """
    return moving.move(
        order,
        MoveKind.DONE,
        Said(text=text.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(
            text, "text", _("Say what was done, and how one can see it.")
        ),
    )


def confirm(order: Order, *, by: Actor, seen: int, text: str = "", customer_word: str = "") -> Order:
    """Confirm that it is done: the order is closed. `customer_word` names whose word it was, where the customer said so.

    Raises NotFound, Overtaken, ValidationError unless it was reported done.
    """
    said = Said(text=text.strip(), customer_word=customer_word.strip()[:120])
    return moving.move(order, MoveKind.CONFIRMED, said, by=by, seen=seen)


def not_solved(order: Order, *, text: str, by: Actor, seen: int) -> Order:
    """Say that it is not solved: it lies with the team again, and its clock goes on. Raises as `done` does."""
    return moving.move(
        order,
        MoveKind.NOT_SOLVED,
        Said(text=text.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(
            text, "text", _("Say what still goes wrong, and how one can see it.")
        ),
    )
