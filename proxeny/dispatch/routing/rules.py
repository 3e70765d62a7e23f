"""Which move an order allows where it lies, and whose move it is."""

from collections.abc import Mapping

from proxeny.dispatch.models.move import MoveKind
from proxeny.dispatch.models.order import OPEN, WITH_TEAM, Standing

PLACES = frozenset({MoveKind.SENT, MoveKind.HANDED_OVER, MoveKind.DESIGNATED})
"""The moves that bring an order to a team."""

BY_TEAM = frozenset(
    {
        MoveKind.ACCEPTED,
        MoveKind.RETURNED,
        MoveKind.ASKED,
        MoveKind.HANDED_OVER,
        MoveKind.DONE,
        MoveKind.OBJECTED,
    }
)
BY_US = frozenset(
    {
        MoveKind.SENT,
        MoveKind.ANSWERED,
        MoveKind.CONFIRMED,
        MoveKind.NOT_SOLVED,
        MoveKind.DESIGNATED,
        MoveKind.WITHDRAWN,
    }
)
"""What is in neither, a fact added, either may do."""

ALLOWED: Mapping[MoveKind, frozenset[Standing]] = {
    MoveKind.SENT: frozenset({Standing.RETURNED}),
    MoveKind.ACCEPTED: frozenset(WITH_TEAM),
    MoveKind.RETURNED: frozenset(WITH_TEAM),
    MoveKind.ASKED: frozenset(WITH_TEAM),
    MoveKind.ANSWERED: frozenset({Standing.ASKED}),
    MoveKind.HANDED_OVER: frozenset(WITH_TEAM),
    MoveKind.DONE: frozenset(WITH_TEAM),
    MoveKind.CONFIRMED: frozenset({Standing.DONE}),
    MoveKind.NOT_SOLVED: frozenset({Standing.DONE}),
    MoveKind.DESIGNATED: frozenset({*WITH_TEAM, Standing.RETURNED}),
    MoveKind.OBJECTED: frozenset(OPEN),
    MoveKind.ADDED: frozenset(OPEN),
    MoveKind.WITHDRAWN: frozenset(OPEN),
}


def allowed(kind: MoveKind, standing: Standing, *, is_designated: bool, was_passed_on: bool) -> bool:
    """Tell whether an order that stands so allows the move.

    A designated order is neither returned nor handed over; only such a one is objected to; and a team is designated only
    after the order was returned or handed over (`was_passed_on`).
    """
    if standing not in ALLOWED[kind]:
        return False
    if kind in (MoveKind.RETURNED, MoveKind.HANDED_OVER):
        return not is_designated
    if kind is MoveKind.OBJECTED:
        return is_designated
    return was_passed_on or kind is not MoveKind.DESIGNATED
