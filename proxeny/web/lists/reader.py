"""Who reads a list, and as of which day."""

from dataclasses import dataclass
from datetime import date

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.web.policy import StaffRequest


@dataclass(frozen=True, slots=True)
class Reader:
    """The colleague who reads, and their today."""

    actor: Actor
    on: date

    @classmethod
    def of(cls, request: StaffRequest) -> "Reader":
        """Return who sent the request, on the day they look at."""
        return cls(request.actor, clock.today())
