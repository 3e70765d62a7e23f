"""What of a team's record follows from the orders to it: read from their moves, never counted beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from proxeny.analytics.waits import Wait
from proxeny.dispatch.keeping_up import clocks_of, steps_of
from proxeny.dispatch.models import Move, MoveKind, OperationalTarget, Order, Standing
from proxeny.dispatch.routing import PLACES, follow
from proxeny.dispatch.targets import Kept, Targets
from proxeny.identity.models import Team

Clock = OperationalTarget.Clock
HELD = (MoveKind.ACCEPTED, MoveKind.DONE)
"""By these a team did what the clock timed; ended otherwise, it only ceased to wait."""

LEAVES = (*PLACES, MoveKind.RETURNED, MoveKind.CONFIRMED, MoveKind.WITHDRAWN)
"""With the first of these, an order no longer lies with the team that it came to."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One clock of the team: when it began, how many minutes of the team's own hours it took, and whether it ran out."""

    clock: str
    began: datetime
    wait: Wait
    has_target: bool
    was_missed: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to an order of the team: it came back to it, in a loop or not, or its defect came again."""

    what: str
    at: datetime
    order: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """That an order came to the team, and whether the team gave it back."""

    at: datetime
    was_returned: bool


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a team had to do with orders."""

    timings: tuple[Timing, ...]
    happenings: tuple[Happening, ...]
    arrivals: tuple[Arrival, ...]


def ordered(team: Team, now: datetime) -> Ordered:
    """Return what the team had to do with orders up to `now`."""
    touched = Move.objects.filter(kind__in=PLACES, to_team=team).values("order")
    # A record is read by many: what came out of confidential cases is not in it, nor can it be told from a figure.
    open_ones = Order.objects.filter(pk__in=touched, case__is_confidential=False)
    orders = list(open_ones.order_by("sent_at", "pk").prefetch_related("moves"))
    targets = Targets()
    clocks = [
        (order, kept) for order in orders for kept in clocks_of(order, targets) if kept.timed.team == team.pk
    ]
    return Ordered(
        tuple(_timing(order, kept, targets, now) for order, kept in clocks),
        tuple(_happenings(orders, team)),
        tuple(_arrival(order, kept) for order, kept in clocks if kept.timed.clock is Clock.ACCEPT),
    )


def _timing(order: Order, kept: Kept, targets: Targets, now: datetime) -> Timing:
    timed = kept.timed
    # Reported done, the clock rests until somebody confirms: the team's part is over all the same.
    is_done = timed.clock is Clock.DONE and timed.ended is None and order.standing == Standing.DONE
    return Timing(
        timed.clock.value,
        timed.began,
        Wait(float(targets.taken(timed, now)), is_done or timed.ended_by in HELD),
        bool(kept.target),
        kept.missed(now),
    )


def _arrival(order: Order, kept: Kept) -> Arrival:
    """Return the arrival that an accept clock began with; it was returned if that is how the order left the team."""
    began = kept.timed.began
    leaves = (
        one
        for one in order.moves.all()
        if one.at >= began and one.kind in LEAVES and not _is_arrival(one, kept)
    )
    left = next(leaves, None)
    return Arrival(began, left is not None and left.kind == MoveKind.RETURNED)


def _is_arrival(move: Move, kept: Kept) -> bool:
    """Tell whether the move only brought the order to the team that has it."""
    return move.kind in PLACES and move.to_team_id == kept.timed.team


def _happenings(orders: Iterable[Order], team: Team) -> Iterator[Happening]:
    defects: set[str] = set()
    for order in orders:
        moves = list(order.moves.all())
        yield from _rounds(order, moves, team)
        if order.about.startswith("defect:"):
            if order.about in defects:
                yield Happening("repeat", order.sent_at, order.pk)
            defects.add(order.about)


def _rounds(order: Order, moves: list[Move], team: Team) -> Iterator[Happening]:
    """Yield when the order came back to the team, and whether over two or more others: a loop."""
    had: list[int] = []
    for place, move in enumerate(moves):
        if move.kind not in PLACES or move.to_team_id is None or (had and had[-1] == move.to_team_id):
            continue
        if move.to_team_id == team.pk and team.pk in had:
            before = follow(steps_of(moves[:place])).loops
            after = follow(steps_of(moves[: place + 1])).loops
            yield Happening("loop" if after > before else "back", move.at, order.pk)
        had.append(move.to_team_id)
