"""What is promised: for each clock, how many service minutes it may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Clock(StrEnum):
    """What a clock measures. The first two run from the customer's word to ours, the others from the opening of the case."""

    FIRST_RESPONSE = "first-response"
    NEXT_RESPONSE = "next-response"
    CLARIFIED = "clarified"
    PROPOSED = "proposed"
    SOLVED = "solved"


# An answer is owed however long the customer is waited for elsewhere; only these stand still meanwhile.
PAUSABLE = frozenset({Clock.CLARIFIED, Clock.PROPOSED, Clock.SOLVED})


@dataclass(frozen=True, slots=True)
class Targets:
    """Service minutes by clock; a clock without a target does not run. Raises ValueError for one that is not positive."""

    minutes: Mapping[Clock, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if wrong := [clock for clock, minutes in self.minutes.items() if minutes <= 0]:
            raise ValueError(f"a target must be at least one minute: {', '.join(wrong)}")
