"""What follows from a case's rows: where it stands, in which state since when, and when which clock is due.

Pure: `reckon(facts, targets, service, now)` asks no database, so that a hundred thousand imported cases are reckoned the
same way as one that a person changes (`cases.keeping_up`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from proxeny.cases.models.words import STEPS, State, Step
from proxeny.cases.sla import History, Reading, Targets, Wait, read
from proxeny.core.calendar import Pause, ServiceTime


class Stretch(NamedTuple):
    """From when to when; without an end it still lasts."""

    began: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The moments of one case. `passes` are the steps passed and when; `proposals` and `solutions` the stretches they stood."""

    opened: datetime
    customer_wrote: Sequence[datetime] = ()
    we_wrote: Sequence[datetime] = ()
    passes: Mapping[Step, datetime] = field(default_factory=dict)
    proposals: Sequence[Stretch] = ()
    solutions: Sequence[Stretch] = ()
    waits: Sequence[Wait] = ()
    is_merged: bool = False

    @property
    def history(self) -> History:
        """The same as the service clocks want it; an answer given outside the workbench counts from when it was noted."""
        answered = list(self.we_wrote)
        if (noted := self.passes.get(Step.RESPONDED)) and not answered:
            answered.append(noted)
        proposed = [one.began for one in self.proposals]
        if passed := self.passes.get(Step.PROPOSED):
            proposed.append(passed)
        return History(
            opened=self.opened,
            customer_wrote=self.customer_wrote,
            we_wrote=answered,
            clarified=self.passes.get(Step.CLARIFIED),
            proposed=min(proposed, default=None),
            closed=[Pause(*one) for one in self.solutions],
            waits=self.waits,
        )


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What is kept of it on the case, by the names of its columns, and the clocks."""

    step: Step
    state: State
    state_since: datetime
    problem_seconds: int
    solved_at: datetime | None
    closed_at: datetime | None
    due_at: datetime | None
    due_clock: str
    warns_at: datetime | None
    waits_since: datetime | None
    unanswered_since: datetime | None
    last_word_at: datetime | None
    reopened: int
    clocks: tuple[Reading, ...]


class Course(NamedTuple):
    """What follows from the rows of a case alone, whatever the day and what was agreed, by the names of its columns."""

    step: Step
    state: State
    state_since: datetime
    problem_seconds: int
    solved_at: datetime | None
    closed_at: datetime | None
    reopened: int


def course(facts: Facts) -> Course:
    """Return how far the case has come."""
    solved = next((one.began for one in facts.solutions if one.ended is None), None)
    closed = facts.passes.get(Step.LEARNED) if solved or Step.SOLVED in facts.passes else None
    state, since, seconds = problem_time(facts, solved or closed)
    reopened = sum(one.ended is not None for one in facts.solutions)
    return Course(_step(facts, closed), state, since, seconds, solved, closed, reopened)


def reckon(facts: Facts, targets: Targets, service: ServiceTime, now: datetime) -> Reckoned:
    """Return where the case stands now."""
    far = course(facts)
    history = facts.history
    clocks = tuple(read(history, targets, service, now))
    running = [one for one in clocks if one.met is None and one.due is not None]
    ends = far.closed_at is not None or far.solved_at is not None or facts.is_merged
    nearest = None if ends else min(running, key=lambda one: (one.due, one.clock), default=None)
    return Reckoned(
        **far._asdict(),
        due_at=nearest.due if nearest else None,
        due_clock=nearest.clock.value if nearest else "",
        warns_at=None if ends else min((one.warns for one in running if one.warns), default=None),
        waits_since=next((one.began for one in facts.waits if one.ended is None), None),
        unanswered_since=None if ends else _unanswered(history),
        last_word_at=max((*facts.customer_wrote, *facts.we_wrote), default=None),
        clocks=clocks,
    )


def problem_time(facts: Facts, ended: datetime | None) -> tuple[State, datetime, int]:
    """Return the state, since when, and how many seconds of problem state lie before that.

    A case is in problem state from its opening until a proposal stands, and again whenever none does; a solution ends it.
    """
    bright = _merged([*facts.proposals, *facts.solutions], ended)
    here, dark = facts.opened, 0.0
    for began, until in bright:
        dark += max(0.0, (began - here).total_seconds())
        if until is None:
            return State.SOLUTION, max(began, facts.opened), int(dark)
        here = max(here, until)
    if ended is not None:
        dark += max(0.0, (ended - here).total_seconds())
        return State.SOLUTION, max(here, ended), int(dark)
    return State.PROBLEM, here, int(dark)


def _merged(stretches: Sequence[Stretch], ended: datetime | None) -> list[Stretch]:
    """Return the stretches in order and without overlap; a case that has ended has no dark time after its end."""
    everything = [*stretches, Stretch(ended)] if ended else stretches
    merged: list[Stretch] = []
    for one in sorted(everything, key=lambda stretch: stretch.began):
        last = merged[-1] if merged else None
        if last and (last.ended is None or one.began <= last.ended):
            until = None if last.ended is None or one.ended is None else max(last.ended, one.ended)
            merged[-1] = Stretch(last.began, until)
        else:
            merged.append(one)
    return merged


def _step(facts: Facts, closed: datetime | None) -> Step:
    if closed is not None:
        return Step.DONE
    return next((step for step in STEPS if step not in facts.passes), Step.LEARNED)


def _unanswered(history: History) -> datetime | None:
    """Since when the customer waits for a word of ours; one who wrote nothing waits from the opening."""
    if history.unanswered_since:
        return history.unanswered_since
    return None if history.we_wrote else history.opened
