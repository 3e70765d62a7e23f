"""Working time between two moments, and the moment at which so much of it has passed.

Working minutes before each interval are summed once; a moment is then a bisection away. Time is counted in
whole minutes: seconds of a moment are dropped, so that stretches add up exactly. All moments are aware;
wall-clock hours are taken in the given zone, so a day on which clocks change is as long as it really is.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import accumulate

from django.utils import timezone

from proxeny.core.calendar.days import Day, WorkCalendar

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAWN = -(10**9)
MOST_YEARS_AHEAD = 50


class NoWorkingTime(ValueError):  # noqa: N818
    """There is not so much working time in the next fifty years."""


@dataclass(frozen=True, slots=True)
class Span:
    """Intervals in minutes since 1970 (UTC), and the working minutes of the span before each."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]

    @property
    def total(self) -> int:
        return self.before[-1] + self.ends[-1] - self.starts[-1] if self.starts else 0

    def passed(self, minute: int) -> int:
        """Return the working minutes from the span's beginning to `minute`."""
        index = bisect_right(self.starts, minute) - 1
        return self.before[index] + min(minute, self.ends[index]) - self.starts[index] if index >= 0 else 0

    def reached(self, passed: int) -> int:
        """Return the first minute at which so many working minutes have passed."""
        index = bisect_left(self.before, passed) - 1
        return self.starts[index] + passed - self.before[index]


def work_minutes_between(
    calendar: WorkCalendar, start: datetime, end: datetime, zone: tzinfo | None = None
) -> int:
    """Return the working minutes from `start` to `end`, negative when `end` is the earlier.

    `zone` is where the working hours hold; without it, the installation's time zone.
    """
    zone = zone or timezone.get_default_timezone()
    span = span_over(DaysKey.of(calendar), zone, *_years(min(start, end), max(start, end)))
    return span.passed(minute_of(end)) - span.passed(minute_of(start))


def add_work_minutes(
    calendar: WorkCalendar, start: datetime, minutes: int, zone: tzinfo | None = None
) -> datetime:
    """Return the first whole minute (UTC) at which `minutes` of working time have passed since `start`.

    Zero minutes have passed at `start` itself, also outside working hours. Raises ValueError for a negative
    number, and NoWorkingTime when the calendar has not got so much.
    """
    if minutes < 0:
        raise ValueError(
            "working time can only be added; a stretch of it is measured with work_minutes_between"
        )
    if minutes == 0:
        return moment_of(minute_of(start))
    zone, days = zone or timezone.get_default_timezone(), DaysKey.of(calendar)
    first, last = _years(start, start)
    while last - first <= MOST_YEARS_AHEAD:
        span = span_over(days, zone, first, last)
        goal = span.passed(minute_of(start)) + minutes
        if goal <= span.total:
            return moment_of(span.reached(goal))
        last += 1 + (last - first)
    raise NoWorkingTime(
        f"the {MOST_YEARS_AHEAD} years after {start:%Y-%m-%d} have no {minutes} minutes of working time"
    )


@dataclass(frozen=True, slots=True)
class DaysKey:
    """A calendar as a key of the cache: by what it says, not by which object says it."""

    calendar: WorkCalendar = field(compare=False)
    country: str
    hours: tuple[object, ...]
    corrections: tuple[Day, ...]

    @classmethod
    def of(cls, calendar: WorkCalendar) -> "DaysKey":
        return cls(
            calendar, calendar.country, calendar.hours.key, tuple(sorted(calendar.corrections.values()))
        )


@lru_cache(maxsize=64)
def span_over(days: DaysKey, zone: tzinfo, first_year: int, last_year: int) -> Span:
    starts: list[int] = []
    ends: list[int] = []
    for day in days.calendar.days(date(first_year, 1, 1), date(last_year, 12, 31)):
        for interval in days.calendar.intervals_on(day.day):
            # In the hour that a change of clocks skips, a wall-clock interval may be empty, or begin before
            # the last has ended.
            starts.append(max(minute_of(_wall(day.day, interval.start, zone)), ends[-1] if ends else DAWN))
            end_day = day.day if interval.end > time.min else day.day + timedelta(days=1)
            ends.append(max(minute_of(_wall(end_day, interval.end, zone)), starts[-1]))
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    before = [0, *accumulate(lengths)][: len(lengths)]
    return Span(tuple(starts), tuple(ends), tuple(before))


def _years(start: datetime, end: datetime) -> tuple[int, int]:
    # A day of margin on both sides: the year of a moment depends on the zone.
    return (start.astimezone(UTC) - timedelta(days=1)).year, (end.astimezone(UTC) + timedelta(days=1)).year


def _wall(day: date, moment: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, moment, tzinfo=zone)


def minute_of(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(minutes=1)


def moment_of(minute: int) -> datetime:
    return EPOCH + timedelta(minutes=minute)
