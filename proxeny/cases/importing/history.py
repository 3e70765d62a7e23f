"""What another system tells of one case, without its words: who had it, what was waited for, what was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad it is for the customer; empty where the file does not say."""

    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"
    UNTOLD = ""


class Direction(StrEnum):
    """Whom a message went to: us, the customer, or colleagues alone."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    INTERNAL = "internal"


class Stretch(NamedTuple):
    """That a team, and perhaps a person in it, had the case; the last has no end while the case is open."""

    team: str
    person: str
    began: datetime
    ended: datetime | None


class Wait(NamedTuple):
    """That nothing could go on: since when, until when, why, who said so, and whether it was the customer's turn."""

    began: datetime
    ended: datetime | None
    why: str
    who: str
    for_customer: bool


class Moment(NamedTuple):
    """That something happened, and who did it."""

    at: datetime
    who: str


class Message(NamedTuple):
    """What somebody wrote; `reference` is the other system's number for it, where it has one."""

    at: datetime
    who: str
    direction: Direction
    text: str
    reference: str = ""


class Run(NamedTuple):
    """That one team had the case, through however many people of it."""

    team: str
    began: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class History:
    """One case as another system tells it; all moments are aware, everything is in order of time.

    `reference` is that system's number for it; `account` its word for the customer, empty where it names none. `solved`,
    `reopened` and `closed` are moments; the last of them says how the case stands. `began_at` is the first event,
    `taken_up_at` the first one after it that is not the customer's; `state` is the last that was told, empty where none
    was. Of a snapshot, which is one look at how it stands, `began_at` is when it stood so. `told_reopens` is what the
    system counted, which may be more than it shows. `events` counts what was read of it, `left_out` what could not be;
    `row` is where the file first names it, `rows` how many tell of it.
    """

    reference: str
    account: str
    opened_at: datetime
    row: int
    title: str = ""
    text: str = ""
    reporter: str = ""
    severity: Severity = Severity.UNTOLD
    kinds: tuple[str, ...] = ()
    product: str = ""
    assignments: tuple[Stretch, ...] = ()
    waits: tuple[Wait, ...] = ()
    solved: tuple[Moment, ...] = ()
    reopened: tuple[Moment, ...] = ()
    closed: tuple[Moment, ...] = ()
    messages: tuple[Message, ...] = ()
    began_at: datetime | None = None
    taken_up_at: datetime | None = None
    state: str = ""
    is_snapshot: bool = False
    told_reopens: int = 0
    events: int = 0
    left_out: int = 0
    rows: int = 1

    @property
    def runs(self) -> tuple[Run, ...]:
        """The stretches of one team after the other merged; stretches whose team nobody knows say nothing."""
        return tuple(runs_of(self.assignments))

    @property
    def handovers(self) -> int:
        """How often the case went from one team to another: the boundaries between runs."""
        return max(0, len(self.runs) - 1)

    @property
    def returns(self) -> int:
        """How often it came to a team that had it before: runs of a team beyond its first."""
        runs = self.runs
        return len(runs) - len({run.team for run in runs})

    @property
    def reopens(self) -> int:
        """How often it was reopened, as far as the file shows or counts it."""
        return max(len(self.reopened), self.told_reopens)

    @property
    def solved_at(self) -> datetime | None:
        """Since when it is solved or closed; None while it is open, also where it was reopened."""
        since = self.reopened[-1].at if self.reopened else None
        return min(
            (one.at for one in (*self.solved, *self.closed) if since is None or one.at >= since), default=None
        )


def runs_of(assignments: Iterable[Stretch]) -> Iterator[Run]:
    """Yield the runs of teams in `assignments`, which are in order of time."""
    run: Run | None = None
    for stretch in assignments:
        if not stretch.team:
            continue
        if run is not None and run.team == stretch.team:
            run = run._replace(ended=stretch.ended)
            continue
        if run is not None:
            yield run
        run = Run(stretch.team, stretch.began, stretch.ended)
    if run is not None:
        yield run
