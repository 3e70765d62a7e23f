"""Keeping what is reckoned of an order true: every verb that moves one ends here."""

from collections.abc import Iterable

from proxeny.dispatch.models import Move, MoveKind, OperationalTarget, Order
from proxeny.dispatch.routing import Route, Step, follow, timed
from proxeny.dispatch.targets import Kept, Targets

KEPT = (
    "team", "holder", "standing", "last", "lies_since", "accept_due", "done_due", "returns", "loops", "lost_seconds",
    "is_designated", "closed_at",
)  # fmt: skip
Clock = OperationalTarget.Clock


def steps_of(moves: Iterable[Move]) -> list[Step]:
    """Return the moves, in order, as the routing sees them."""
    return [Step(MoveKind(one.kind), one.at, one.by_id, one.to_team_id) for one in moves]


def route_of(order: Order) -> Route:
    """Return the way of an order; its moves may have been fetched already."""
    return follow(steps_of(order.moves.all()))


def clocks_of(order: Order, targets: Targets | None = None) -> list[Kept]:
    """Return all clocks of an order with their targets, also those that are over: for its page and for records of teams."""
    targets = targets or Targets()
    return [targets.keep(one, order.severity) for one in timed(steps_of(order.moves.all()))]


def keep_up(order: Order, targets: Targets | None = None) -> Route:
    """Reckon the order anew from its moves and save it; it must be locked. Return its way.

    `returns` counts how often it was given back to us; `lost_seconds` what had been lost by the last move.
    """
    moves = list(order.moves.order_by("number"))
    steps = steps_of(moves)
    route, targets = follow(steps), targets or Targets()
    running = {one.clock: targets.keep(one, order.severity) for one in timed(steps) if one.ended is None}
    order.team_id, order.holder_id = route.team, route.holder
    order.standing, order.lies_since = route.standing, route.lies_since
    order.last = moves[-1].number
    order.accept_due = running[Clock.ACCEPT].due if Clock.ACCEPT in running else None
    order.done_due = running[Clock.DONE].due if Clock.DONE in running else None
    order.returns, order.loops = route.refusals, route.loops
    order.lost_seconds = int(route.lost().total_seconds())
    order.is_designated, order.closed_at = route.is_designated, route.closed_at
    order.save(update_fields=list(KEPT))
    return route
