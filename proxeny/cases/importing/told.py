"""What a file tells of a case, before it is put in order: its facts, and events in whatever order they stood."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from proxeny.cases.importing.history import Direction, Severity


class State(StrEnum):
    """What the words of all systems for the state of a case come down to."""

    OPEN = "open"
    WAITING = "waiting"
    """The customer's turn."""
    HELD = "held"
    """Somebody else's turn: a vendor, a change, a part."""
    SOLVED = "solved"
    CLOSED = "closed"
    REOPENED = "reopened"


DONE = frozenset({State.SOLVED, State.CLOSED})
STOPPED = frozenset({State.WAITING, State.HELD})


class Event(NamedTuple):
    """One thing that happened to a case, or how it stood after it; what is empty was not said.

    `sequence` settles the order of events of one moment where the system numbers them, `place` is where it stood in the file.
    """

    at: datetime
    sequence: int = 0
    place: int = 0
    state: State | None = None
    why: str = ""
    team: str = ""
    person: str = ""
    who: str = ""
    direction: Direction | None = None
    text: str = ""
    message: str = ""
    reopens: int = 0


@dataclass(slots=True)
class Told:
    """All that a file tells of one case; `resolved_at` and `closed_at` are for where no event shows it.

    `is_snapshot`: there is one event, how the case stands now, and nothing of how it came to that.
    """

    reference: str
    row: int
    account: str = ""
    opened_at: datetime | None = None
    title: str = ""
    text: str = ""
    reporter: str = ""
    severity: Severity = Severity.UNTOLD
    kinds: tuple[str, ...] = ()
    product: str = ""
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    reopens: int = 0
    events: list[Event] = field(default_factory=list)
    left_out: int = 0
    rows: int = 1
    is_snapshot: bool = False
