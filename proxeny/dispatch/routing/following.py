"""Following the moves of an order, one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from proxeny.dispatch.models.move import MoveKind
from proxeny.dispatch.models.order import WITH_TEAM, Standing
from proxeny.dispatch.routing.passing_round import passed_round
from proxeny.dispatch.routing.route import Route, Stay
from proxeny.dispatch.routing.rules import PLACES
from proxeny.dispatch.routing.steps import Step

TO_US = {
    MoveKind.ASKED: Standing.ASKED,
    MoveKind.RETURNED: Standing.RETURNED,
    MoveKind.DONE: Standing.DONE,
}
CLOSED = {MoveKind.CONFIRMED: Standing.CONFIRMED, MoveKind.WITHDRAWN: Standing.WITHDRAWN}


def follow(steps: Iterable[Step]) -> Route:
    """Return the way of an order from its moves, in order. Raises ValueError unless the first of them sends it to a team."""
    given = list(steps)
    if not given or given[0].kind is not MoveKind.SENT or given[0].to_team is None:
        raise ValueError("an order begins by being sent to a team")
    walk = _Walk(given[0].to_team)
    for step in given:
        walk.take(step)
    return walk.route()


@dataclass
class _Walk:
    team: int
    standing: Standing = Standing.SENT
    holder: int | None = None
    accepted: bool = False
    runs: list[int] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    refusals: int = 0
    is_designated: bool = False
    closed_at: datetime | None = None

    def take(self, step: Step) -> None:
        if step.kind in PLACES and step.to_team is not None:
            self._arrive(step, step.to_team)
        elif step.kind is MoveKind.ACCEPTED:
            self.standing, self.accepted, self.holder = Standing.ACCEPTED, True, step.by
        elif step.kind in TO_US:
            self._come_to_us(step)
        elif step.kind in (MoveKind.ANSWERED, MoveKind.NOT_SOLVED):
            self._lie(self.team, Standing.ACCEPTED if self.accepted else Standing.SENT, step)
        elif step.kind in CLOSED:
            self._end(step)
            self.standing, self.closed_at = CLOSED[step.kind], step.at

    def route(self) -> Route:
        return Route(
            standing=self.standing,
            team=self.team,
            holder=self.holder,
            lies_since=self.closed_at or self.stays[-1].began,
            stays=tuple(self.stays),
            runs=tuple(self.runs),
            round=passed_round(self.runs),
            refusals=self.refusals,
            is_designated=self.is_designated,
            closed_at=self.closed_at,
        )

    def _arrive(self, step: Step, team: int) -> None:
        stays_there = team == self.team and self.standing in WITH_TEAM and bool(self.stays)
        self.is_designated = self.is_designated or step.kind is MoveKind.DESIGNATED
        if stays_there:
            return
        self.team, self.holder, self.accepted = team, None, False
        if not self.runs or self.runs[-1] != team:
            self.runs.append(team)
        self._lie(team, Standing.SENT, step)

    def _come_to_us(self, step: Step) -> None:
        if step.kind is MoveKind.RETURNED:
            self.refusals += 1
            self.holder, self.accepted = None, False
        elif step.kind is MoveKind.DONE:
            self.holder, self.accepted = self.holder or step.by, True
        self._lie(None, TO_US[step.kind], step)

    def _lie(self, team: int | None, standing: Standing, step: Step) -> None:
        self._end(step)
        self.standing = standing
        self.stays.append(Stay(team, standing, step.at, len(self.runs) - 1))

    def _end(self, step: Step) -> None:
        if self.stays and self.stays[-1].ended is None:
            self.stays[-1] = replace(self.stays[-1], ended=step.at, ended_by=step.kind)
