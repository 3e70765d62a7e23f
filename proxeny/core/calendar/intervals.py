"""Working hours: several intervals a day, by weekday."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

MINUTES_A_DAY = 24 * 60


class Interval(NamedTuple):
    """A stretch of working time within one day, by the clock on the wall; an `end` of 00:00 is midnight."""

    start: time
    end: time


@dataclass(frozen=True)
class WorkingHours:
    """Intervals by weekday, Monday 0 to Sunday 6.

    `make_up` are those of a weekday that has none but is worked all the same, `days_off` those of holidays
    and days of rest, as a service that never closes has them. Raises ValueError for intervals that are empty,
    overlap or are out of order.
    """

    weekdays: Mapping[int, tuple[Interval, ...]]
    make_up: tuple[Interval, ...] = ()
    days_off: tuple[Interval, ...] = ()

    def __post_init__(self) -> None:
        for intervals in (*self.weekdays.values(), self.make_up, self.days_off):
            edges = [_minutes(edge) for interval in intervals for edge in interval]
            if intervals and edges[-1] == 0:
                edges[-1] = MINUTES_A_DAY
            lengths = [end - start for start, end in zip(edges[::2], edges[1::2], strict=True)]
            if edges != sorted(edges) or 0 in lengths:
                raise ValueError(
                    "working hours must follow each other within the day, each from earlier to later"
                )

    def on(self, day: date, *, is_workday: bool) -> tuple[Interval, ...]:
        """Return the intervals of `day`, which is worked or not."""
        return (self.weekdays.get(day.weekday()) or self.make_up) if is_workday else self.days_off

    @property
    def key(self) -> tuple[object, ...]:
        """Return everything that these hours say, in a form that can be hashed and compared."""
        return (*sorted(self.weekdays.items()), self.make_up, self.days_off)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


_OFFICE = (Interval(time(9), time(12)), Interval(time(13, 30), time(18)))
DEFAULT_HOURS = WorkingHours(weekdays=dict.fromkeys(range(5), _OFFICE), make_up=_OFFICE)
