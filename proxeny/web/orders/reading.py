"""An order as it is read: where it lies, the way it went, what that cost."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from proxeny.core import clock
from proxeny.core.sentences import Sentence
from proxeny.dispatch.keeping_up import steps_of
from proxeny.dispatch.models import Move, MoveKind, Order, Standing
from proxeny.dispatch.models.order import WITH_TEAM
from proxeny.dispatch.routing import Route, Stay, follow
from proxeny.dispatch.summary import said_of
from proxeny.web.orders.moves import Line, lines

ENDS = {MoveKind.RETURNED: "returned", MoveKind.HANDED_OVER: "handed-over"}


@dataclass(frozen=True, slots=True)
class Stop:
    """A team on the way of an order: how long it lay there, how it left, whether it was there before (`bounce`, `loop`)."""

    team: str
    length: timedelta
    left: str
    back: str
    is_lost: bool
    is_here: bool


@dataclass(frozen=True)
class Reading:
    """One order with its moves."""

    order: Order
    moves: list[Move]
    now: datetime

    @cached_property
    def route(self) -> Route:
        """The way it went."""
        return follow(steps_of(self.moves))

    @cached_property
    def lines(self) -> list[Line]:
        """What happened, the oldest first."""
        return lines(self.moves)

    @property
    def latest(self) -> Line:
        """What happened last."""
        return self.lines[-1]

    @cached_property
    def stops(self) -> list[Stop]:
        """The teams on its way; one is none to speak of."""
        names = {one.to_team_id: one.to_team.name for one in self.moves if one.to_team}
        lost = set(self.route.lost_stays())
        return [self._stop(run, names[team], lost) for run, team in enumerate(self.route.runs)]

    def _stop(self, run: int, team: str, lost: set[Stay]) -> Stop:
        runs = self.route.runs
        there = [stay for stay in self.route.stays if stay.run == run and stay.team is not None]
        before = next((run - here for here in reversed(range(run)) if runs[here] == runs[run]), 0)
        left = there[-1].ended_by
        return Stop(
            team=team,
            length=sum((stay.length(self.now) for stay in there), timedelta()),
            left=ENDS.get(left, "") if left else "",
            back="" if not before else "bounce" if before == 2 else "loop",
            is_lost=not lost.isdisjoint(there),
            is_here=run == len(runs) - 1 and self.order.standing in WITH_TEAM,
        )

    @property
    def tally(self) -> list[Sentence]:
        """How often it was given back and sent round, and what that cost."""
        return said_of(self.route, self.route.lost(self.now))

    @property
    def is_ours(self) -> bool:
        """Tell whether it waits for us."""
        return self.order.standing in (Standing.ASKED, Standing.RETURNED, Standing.DONE)

    @property
    def believed(self) -> int | None:
        """The team that the last return believed right."""
        last = next((one for one in reversed(self.moves) if one.kind == MoveKind.RETURNED), None)
        return last.to_team_id if last else None


def reading(order: Order) -> Reading:
    """Return one order with its moves, in one question."""
    moves = order.moves.select_related("by", "team", "to_team").order_by("number")
    return Reading(order, list(moves), clock.now())
