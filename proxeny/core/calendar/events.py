"""What can happen to the calendar."""

from dataclasses import dataclass

from proxeny.core.outbox import Event


@dataclass(frozen=True)
class CalendarChanged(Event):
    """A day was corrected, or a correction taken back: what was computed over that year may differ now."""

    country: str
    year: int
