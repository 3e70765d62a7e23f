"""The clocks of a case: when each is due, whether it was met, how much is left."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from proxeny.cases.sla.history import History
from proxeny.cases.sla.policy import PAUSABLE, Clock, Targets
from proxeny.core.calendar import Pause, ServiceTime

WARNED_AFTER = 3, 4
"""A warning is due when so much of the target has passed: three quarters."""


class Standing(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    WARNED = "warned"
    PAUSED = "paused"
    BROKEN = "broken"
    MET = "met"
    MET_LATE = "met-late"


@dataclass(frozen=True, slots=True)
class Reading:
    """One clock as it stands: minutes are service minutes, `due` is None while it is paused."""

    clock: Clock
    standing: Standing
    started: datetime
    target: int
    elapsed: int
    due: datetime | None
    warns: datetime | None
    met: datetime | None = None

    @property
    def left(self) -> int:
        """Service minutes that are left, negative when the clock is broken."""
        return self.target - self.elapsed

    @property
    def runs(self) -> bool:
        """Tell whether it may still be met or broken."""
        return self.met is None


def read(history: History, targets: Targets, service: ServiceTime, now: datetime) -> list[Reading]:
    """Return the clocks that have a target and have begun, in the order of the five steps.

    A warning, like anything due, always falls into service time: nobody is woken for it.
    """
    stretches = [
        (Clock.FIRST_RESPONSE, history.opened, history.first_answer),
        (Clock.NEXT_RESPONSE, _next_response_since(history), None),
        (Clock.CLARIFIED, history.opened, history.clarified),
        (Clock.PROPOSED, history.opened, history.proposed),
        (Clock.SOLVED, history.opened, history.solved),
    ]
    return [
        _reading(clock, started, met, targets.minutes[clock], _pauses(clock, history), service, now)
        for clock, started, met in stretches
        if started is not None and clock in targets.minutes
    ]


def _next_response_since(history: History) -> datetime | None:
    """Since when the customer waits for a further answer; the first has its own clock, and a solved case owes none."""
    return history.unanswered_since if history.first_answer and history.solved is None else None


def _pauses(clock: Clock, history: History) -> list[Pause]:
    """The stretches that do not count: waiting for the customer, and, for the solving, the time it was taken for solved."""
    if clock not in PAUSABLE:
        return []
    waits = [one.pause for one in history.waits]
    reopened = [one for one in history.closed if one.ended is not None]
    return waits + reopened if clock is Clock.SOLVED else waits


def _reading(
    clock: Clock,
    started: datetime,
    met: datetime | None,
    target: int,
    pauses: list[Pause],
    service: ServiceTime,
    now: datetime,
) -> Reading:
    due = service.due(started, target, pauses)
    warns = service.due(started, max(1, target * WARNED_AFTER[0] // WARNED_AFTER[1]), pauses)
    elapsed = service.elapsed(started, met or now, pauses)
    return Reading(
        clock=clock,
        standing=_standing(elapsed, target, met, due, warns, now),
        started=started,
        target=target,
        elapsed=elapsed,
        due=due,
        warns=warns,
        met=met,
    )


def _standing(
    elapsed: int,
    target: int,
    met: datetime | None,
    due: datetime | None,
    warns: datetime | None,
    now: datetime,
) -> Standing:
    if met is not None:
        return Standing.MET if elapsed <= target else Standing.MET_LATE
    if elapsed > target or (due is not None and due < now and elapsed >= target):
        return Standing.BROKEN
    if due is None:
        return Standing.PAUSED
    return Standing.WARNED if warns is not None and warns <= now else Standing.RUNNING
