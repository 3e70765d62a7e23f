"""What of an order is timed: how soon a team accepts it, and how soon it has it done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from proxeny.core.calendar.service_time import Pause
from proxeny.dispatch.models.move import MoveKind
from proxeny.dispatch.models.order import Standing
from proxeny.dispatch.models.target import OperationalTarget
from proxeny.dispatch.routing.following import follow
from proxeny.dispatch.routing.route import Route, Stay
from proxeny.dispatch.routing.rules import PLACES
from proxeny.dispatch.routing.steps import Step

Clock = OperationalTarget.Clock
ANSWERED_WITH = (
    MoveKind.ACCEPTED,
    MoveKind.RETURNED,
    MoveKind.HANDED_OVER,
    MoveKind.DONE,
    MoveKind.DESIGNATED,
    MoveKind.CONFIRMED,
    MoveKind.WITHDRAWN,
)
"""With these, whichever comes first, a team need not accept any more."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One clock of a team: since when it runs, what does not count, and when and by what it was over (None: not yet)."""

    clock: OperationalTarget.Clock
    team: int
    began: datetime
    pauses: tuple[Pause, ...] = ()
    ended: datetime | None = None
    ended_by: MoveKind | None = None


def timed(steps: Iterable[Step]) -> list[Timed]:
    """Return all clocks of an order, those of accepting first; each in the order in which they began."""
    given = list(steps)
    route = follow(given)
    return [*_accepting(given, route), *_doing(route)]


def _accepting(steps: Sequence[Step], route: Route) -> Iterator[Timed]:
    """One for each arrival at a team; what the team asks us meanwhile does not count."""
    asked = [
        Pause(stay.began, stay.ended)
        for stay in route.stays
        if stay.team is None and stay.standing is Standing.ASKED
    ]
    for place, step in enumerate(steps):
        if step.kind not in PLACES or step.to_team is None or _had_it(steps[:place], step.to_team):
            continue
        end = next((one for one in steps[place + 1 :] if one.kind in ANSWERED_WITH), None)
        pauses = tuple(one for one in asked if one.began >= step.at and (end is None or one.began <= end.at))
        yield Timed(
            Clock.ACCEPT, step.to_team, step.at, pauses, end.at if end else None, end.kind if end else None
        )


def _had_it(steps: Sequence[Step], team: int) -> bool:
    """Tell whether the order lay with the team already: designated there, it does not arrive."""
    if not steps:
        return False
    before = follow(steps)
    return before.team == team and before.standing in (Standing.SENT, Standing.ACCEPTED)


def _doing(route: Route) -> Iterator[Timed]:
    """One for each run of a team; what lies with us meanwhile does not count."""
    for run, team in enumerate(route.runs):
        stays = [stay for stay in route.stays if stay.run == run]
        current = run == len(route.runs) - 1 and route.closed_at is None
        end = None if current else _last_with_team(stays)
        pauses = tuple(
            Pause(stay.began, stay.ended)
            for stay in stays
            if stay.team is None and (end is None or stay.began < (end.ended or stay.began))
        )
        yield Timed(
            Clock.DONE,
            team,
            stays[0].began,
            pauses,
            end.ended if end else None,
            end.ended_by if end else None,
        )


def _last_with_team(stays: Sequence[Stay]) -> Stay:
    return next(stay for stay in reversed(stays) if stay.team is not None)
