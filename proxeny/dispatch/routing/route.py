"""The way of an order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from proxeny.dispatch.models.move import MoveKind
from proxeny.dispatch.models.order import Standing
from proxeny.dispatch.routing.passing_round import PassedRound


@dataclass(frozen=True, slots=True)
class Stay:
    """A stretch in which an order lay with a team, or with us (`team` None) and then as what (`standing`).

    `run` is the position of the run of a team that it belongs to; a stay with us belongs to that of the team before it.
    Without an end it still lies there.
    """

    team: int | None
    standing: Standing
    began: datetime
    run: int
    ended: datetime | None = None
    ended_by: MoveKind | None = None

    def length(self, until: datetime | None = None) -> timedelta:
        """Return how long it was; one that has not ended is counted up to `until`, and not at all without."""
        end = self.ended or until
        return max(end - self.began, timedelta()) if end else timedelta()


@dataclass(frozen=True, slots=True)
class Route:
    """Where an order lies and how it came there.

    `runs` are the teams that had it, those merged that follow themselves; `round` counts what happened among them;
    `refusals` are the times it was given back to us (退回). All lengths are on the wall clock: so the customer waits.
    """

    standing: Standing
    team: int
    holder: int | None
    lies_since: datetime
    stays: tuple[Stay, ...]
    runs: tuple[int, ...]
    round: PassedRound
    refusals: int
    is_designated: bool
    closed_at: datetime | None

    @property
    def handovers(self) -> int:
        """Boundaries between the runs of two teams."""
        return self.round.handovers

    @property
    def returns(self) -> int:
        """Runs of a team that had had one before (又回到)."""
        return self.round.returns

    @property
    def bounces(self) -> int:
        """Returns over one other team: A-B-A."""
        return self.round.bounces

    @property
    def loops(self) -> int:
        """Returns over two or more other teams: A→B→C→A."""
        return self.round.loops

    @property
    def was_passed_on(self) -> bool:
        """Tell whether a team has given it back or handed it over."""
        return bool(self.refusals or self.handovers)

    def whole(self, until: datetime | None = None) -> timedelta:
        """Return how long it has taken altogether."""
        return sum((stay.length(until) for stay in self.stays), timedelta())

    def lost(self, until: datetime | None = None) -> timedelta:
        """Return the time lost: stays that ended in a refusal, the wait with us after it, and all within a loop; each once."""
        return sum((stay.length(until) for stay in self.lost_stays()), timedelta())

    def lost_stays(self) -> Iterator[Stay]:
        """Yield the stays that were lost."""
        passed_through = {run for span in self.round.spans for run in span}
        for stay in self.stays:
            refused = stay.ended_by is MoveKind.RETURNED or stay.standing is Standing.RETURNED
            if refused or stay.run in passed_through:
                yield stay

    def with_team(self, team: int, until: datetime | None = None) -> timedelta:
        """Return how long it lay with the team, all its runs together."""
        return sum((stay.length(until) for stay in self.stays if stay.team == team), timedelta())
