"""The five steps as a track with their clocks, read from what was reckoned when the case last changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from proxeny.cases.models import STEPS, CaseClock, State, Step, StepPass
from proxeny.cases.sla import Clock, Standing
from proxeny.core import clock
from proxeny.web.cases.reader import Reader

CLOCKS: dict[Step, Clock] = {
    Step.RESPONDED: Clock.FIRST_RESPONSE,
    Step.CLARIFIED: Clock.CLARIFIED,
    Step.PROPOSED: Clock.PROPOSED,
    Step.SOLVED: Clock.SOLVED,
}


@dataclass(frozen=True, slots=True)
class Face:
    """A clock as it is read now: how it stands, since when it runs, when it runs out."""

    standing: Standing
    started: datetime
    due: datetime | None

    @property
    def is_late(self) -> bool:
        """Tell whether it was met too late."""
        return self.standing is Standing.MET_LATE

    @property
    def runs(self) -> bool:
        """Tell whether it may still be met or broken."""
        return self.standing not in (Standing.MET, Standing.MET_LATE)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step on the track: `passed` with who and when, or `is_here`; the clock that runs towards it or ran."""

    step: Step
    passed: StepPass | None
    is_here: bool
    clock: Face | None


@dataclass(frozen=True, slots=True)
class Track:
    """The track of one case: its steps, the state with the time spent in problem state, the answer the customer waits for."""

    stages: Sequence[Stage]
    state: State
    state_since: datetime
    in_problem: timedelta
    answer: Face | None
    is_done: bool

    @property
    def here(self) -> str:
        """The step that is not passed yet; nothing once all are."""
        return next((one.step.value for one in self.stages if one.is_here), "")


def track(reader: Reader) -> Track:
    """Return the track of the case as it is now."""
    case, now = reader.case, clock.now()
    faces = {name: face(row, now) for name, row in reader.rows.clocks.items()}
    passes = {Step(one.step): one for one in reader.rows.passes}
    dark = timedelta(seconds=case.problem_seconds)
    if case.state == State.PROBLEM and case.closed_at is None:
        dark += now - case.state_since
    stages = [
        Stage(step, passes.get(step), step == case.step, faces.get(CLOCKS[step]) if step in CLOCKS else None)
        for step in STEPS
    ]
    answer = None if case.solved_at else faces.get(Clock.NEXT_RESPONSE)
    return Track(
        stages=stages,
        state=State(case.state),
        state_since=case.state_since,
        in_problem=dark,
        answer=answer if answer and answer.runs else None,
        is_done=case.step == Step.DONE,
    )


def face(row: CaseClock, now: datetime) -> Face:
    """Return how the clock stands now."""
    if row.met_at is not None:
        standing = Standing.MET_LATE if row.elapsed > row.target else Standing.MET
    elif row.due_at is None:
        standing = Standing.PAUSED
    elif row.due_at < now:
        standing = Standing.BROKEN
    else:
        standing = Standing.WARNED if row.warns_at and row.warns_at <= now else Standing.RUNNING
    return Face(standing, row.started_at, row.due_at)
