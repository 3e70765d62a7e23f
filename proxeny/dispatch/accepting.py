"""Accepting an order: the team has it, and one of them has it in hand."""

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said


def accept(order: Order, *, by: Actor, seen: int) -> Order:
    """Take the order into one's hands, for the team, also out of those of another of the team.

    Doing it again changes nothing. Raises NotFound, Overtaken, ValidationError where it does not lie with the team.
    """
    return moving.move(order, MoveKind.ACCEPTED, Said(), by=by, seen=seen)
