"""What a signal is: one witness on every customer, with what it saw, how sure it is, and how fresh that is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proxeny.core.findings import Evidence
from proxeny.core.sentences import Sentence
from proxeny.judgement.signals.known import Known

MOVED = 5.0
"""From so many points on, a witness is said to have moved."""


class Direction(StrEnum):
    """How a witness has moved within a month; `unknown` where it was or is silent."""

    BETTER = "better"
    WORSE = "worse"
    LEVEL = "level"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a witness says of one customer.

    `value` lies between 0 (in trouble) and 100 (well). `sure` between 0 and 1 says how much of the value rests on enough
    data; `fresh_on` is the day of the newest fact behind it, None where it rests on there being none.
    """

    value: float
    sure: float
    fresh_on: date | None
    text: Sentence
    evidence: tuple[Evidence, ...] = ()


Readings = Mapping[int, Reading]
"""What a witness says, by the customer's key; who is not in it is silent, and silence is not good news."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A witness: its name in the record, how it is called, what it asks, and how it says that it knows nothing.

    `is_inside` tells that it speaks of how matters stand between the customer and us, which figures of use do not show.
    `read` answers for the morning of `known.on` from what lies before it, and from nothing later.
    """

    name: str
    title: str
    asks: str
    silence: str
    weight: int
    read: Callable[[Known], Readings]
    is_inside: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """A witness's word today and a month before; both may be missing."""

    now: Reading | None
    before: Reading | None

    @property
    def direction(self) -> Direction:
        """How it has moved."""
        if self.now is None or self.before is None:
            return Direction.UNKNOWN
        moved = self.now.value - self.before.value
        if abs(moved) < MOVED:
            return Direction.LEVEL
        return Direction.BETTER if moved > 0 else Direction.WORSE
