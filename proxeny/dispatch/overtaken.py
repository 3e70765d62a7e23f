"""Two who act on one order: the second is told what the first did, instead of doing something else over it."""

from dataclasses import dataclass

from proxeny.dispatch.models import Move, MoveKind, Order
from proxeny.identity.models import Team

ASIDE = (MoveKind.ADDED, MoveKind.OBJECTED)
"""Moves that change nothing about where an order lies: they overtake nobody, and nobody overtakes them."""


class Overtaken(Exception):  # noqa: N818  (nothing went wrong: two people were at work)
    """Another move came first: `move` is the one, with who made it and when. What was wanted has not been done."""

    def __init__(self, move: Move) -> None:
        super().__init__(f"order {move.order_id} was moved meanwhile: {move.kind}, move {move.number}")
        self.move = move


@dataclass(frozen=True, slots=True)
class Said:
    """What a move says: to which team, with which words."""

    to_team: Team | None = None
    text: str = ""
    customer_word: str = ""


def said_already(order: Order, kind: MoveKind, said: Said, staff: int, seen: int) -> bool:
    """Tell whether the colleague has made this very move since `seen`: then there is nothing left to do.

    Raises Overtaken where another move came since. The order must be locked.
    """
    newer = order.moves.filter(number__gt=seen).select_related("by", "team", "to_team")
    if kind in ASIDE:
        return newer.filter(kind=kind, by=staff, text=said.text).exists()
    first = newer.exclude(kind__in=ASIDE).first()
    if first is None:
        return False
    wanted = said.to_team.pk if said.to_team else None
    if (first.kind, first.by_id, first.to_team_id, first.text) == (kind, staff, wanted, said.text):
        return True
    raise Overtaken(first)
