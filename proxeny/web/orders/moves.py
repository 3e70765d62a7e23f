"""The moves of an order as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from proxeny.dispatch.models import Move, MoveKind

SAID: dict[str, Words] = {
    MoveKind.SENT: _("%(by)s sent it to %(to)s"),
    MoveKind.ACCEPTED: _("%(by)s accepted it for %(team)s"),
    MoveKind.RETURNED: _("%(by)s returned it from %(team)s and believes %(to)s right"),
    MoveKind.ASKED: _("%(by)s of %(team)s asked"),
    MoveKind.ANSWERED: _("%(by)s answered"),
    MoveKind.HANDED_OVER: _("%(by)s handed it over from %(team)s to %(to)s"),
    MoveKind.DONE: _("%(by)s of %(team)s reported it done"),
    MoveKind.CONFIRMED: _("%(by)s confirmed that it is solved"),
    MoveKind.NOT_SOLVED: _("%(by)s: it is not solved, it goes back to %(team)s"),
    MoveKind.DESIGNATED: _("%(by)s designated %(to)s"),
    MoveKind.OBJECTED: _("%(by)s objected for %(team)s"),
    MoveKind.ADDED: _("%(by)s added a fact"),
    MoveKind.WITHDRAWN: _("%(by)s withdrew the order"),
}
RETURNED_NOWHERE = _("%(by)s returned it from %(team)s")
SHAPES: dict[str, str] = {
    MoveKind.SENT: "→",
    MoveKind.ACCEPTED: "◐",
    MoveKind.RETURNED: "↩",
    MoveKind.ASKED: "?",
    MoveKind.ANSWERED: "·",
    MoveKind.HANDED_OVER: "⇄",
    MoveKind.DONE: "●",
    MoveKind.CONFIRMED: "●",
    MoveKind.NOT_SOLVED: "↺",
    MoveKind.DESIGNATED: "→",
    MoveKind.OBJECTED: "!",
    MoveKind.ADDED: "+",
    MoveKind.WITHDRAWN: "✕",
}
JUDGED = (MoveKind.DESIGNATED,)


@dataclass(frozen=True, slots=True)
class Line:
    """One move as it is read: what happened, with a shape, and in which words; `is_judged` is a person's judgement.

    What is needed is not said again with the move that sent it.
    """

    move: Move
    text: str
    shape: str
    said: str
    is_judged: bool
    is_verified: bool


def lines(moves: Iterable[Move]) -> list[Line]:
    """Return the moves as they are read."""
    return [
        Line(
            one,
            sentence(one),
            SHAPES.get(one.kind, "·"),
            one.text if one.number > 1 else "",
            one.kind in JUDGED,
            one.kind == MoveKind.CONFIRMED and bool(one.customer_word),
        )
        for one in moves
    ]


def sentence(move: Move) -> str:
    """Return one move as a sentence without its end."""
    words = SAID[move.kind]
    if move.kind == MoveKind.RETURNED and move.to_team is None:
        words = RETURNED_NOWHERE
    names = {"by": move.by.name, "team": move.team or "", "to": move.to_team or ""}
    return str(words) % names
