"""The stretches of time that a team is compared over with itself."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from proxeny.core import clock

DAYS = 90
MOST = 4


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both in it."""

    first: date
    last: date

    @property
    def began(self) -> datetime:
        """Its first moment."""
        return clock.start_of(self.first)

    @property
    def ended(self) -> datetime:
        """The first moment after it."""
        return clock.start_of(self.last + timedelta(days=1))

    def holds(self, moment: datetime) -> bool:
        """Tell whether the moment lies in it."""
        return self.began <= moment < self.ended


def periods(until: date) -> list[Period]:
    """Return the last four stretches of ninety days, the one that ends with `until` last."""
    ends = [until - timedelta(days=DAYS * back) for back in range(MOST)]
    return [Period(end - timedelta(days=DAYS - 1), end) for end in reversed(ends)]
