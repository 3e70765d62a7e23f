"""Service time with its pauses: how much of it has passed, and when so much will have.

A due moment is always reckoned anew from the start, the target and all pauses; nothing is shifted step by step, so that
the order in which pauses became known, and a target that changes later, make no difference.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from django.utils import timezone

from proxeny.core.calendar.days import WorkCalendar
from proxeny.core.calendar.hours import (
    MOST_YEARS_AHEAD,
    DaysKey,
    NoWorkingTime,
    Span,
    minute_of,
    moment_of,
    span_over,
)

NEVER = 10**12


class Pause(NamedTuple):
    """A stretch that does not count, as the wait for the customer; without an end it still lasts."""

    began: datetime
    ended: datetime | None = None


class ServiceTime:
    """The hours in which service is given, by one calendar in one zone; to be kept while many clocks are reckoned.

    Time is counted in whole minutes. All moments are aware; results are in UTC.
    """

    def __init__(self, calendar: WorkCalendar, zone: tzinfo | None = None) -> None:
        self._days = DaysKey.of(calendar)
        self._zone = zone or timezone.get_default_timezone()
        self._first = self._last = 0
        self._span = Span((), (), ())

    def elapsed(self, start: datetime, until: datetime, pauses: Iterable[Pause] = ()) -> int:
        """Return the service minutes from `start` to `until` without those in pauses; 0 when `until` is not later."""
        begin, end = minute_of(start), minute_of(until)
        if end <= begin:
            return 0
        span = self._covering(start, until)
        passed = span.passed(end) - span.passed(begin)
        for began, ended in _merged(pauses):
            first, last = max(began, begin), min(ended, end)
            if last > first:
                passed -= span.passed(last) - span.passed(first)
        return passed

    def due(self, start: datetime, target: int, pauses: Iterable[Pause] = ()) -> datetime | None:
        """Return the first minute at which `target` service minutes have passed since `start`.

        None while a pause that has not ended keeps it from coming. Raises ValueError for a negative target and
        NoWorkingTime where the next fifty years have not got so much.
        """
        if target < 0:
            raise ValueError("a target is a length of time; it cannot be negative")
        if target == 0:
            return moment_of(minute_of(start))
        stretches = _merged(pauses)
        latest = max((ended for _began, ended in stretches if ended < NEVER), default=minute_of(start))
        last = max(start, moment_of(latest))
        for years_ahead in (0, 1, 3, 10, MOST_YEARS_AHEAD):
            span = self._covering(start, last, years_ahead)
            from_here, left = _run_out(span, minute_of(start), target, stretches)
            if from_here is None:
                return None
            goal = span.passed(from_here) + left
            if goal <= span.total:
                return moment_of(span.reached(goal))
        raise NoWorkingTime(f"the {MOST_YEARS_AHEAD} years after {start:%Y-%m-%d} have no such service time")

    def _covering(self, first: datetime, last: datetime, years_ahead: int = 0) -> Span:
        # A year of margin on both sides: which year a moment is in depends on the zone.
        begin, end = first.year - 1, last.year + 1 + years_ahead
        if begin < self._first or end > self._last or not self._span.starts:
            self._first = min(begin, self._first) if self._first else begin
            self._last = max(end, self._last)
            self._span = span_over(self._days, self._zone, self._first, self._last)
        return self._span


def _run_out(
    span: Span, start: int, target: int, pauses: Sequence[tuple[int, int]]
) -> tuple[int | None, int]:
    """Return from where on nothing interrupts any more, and what is left then; None where it never goes on."""
    here, left = start, target
    for began, ended in pauses:
        if ended <= here:
            continue
        runs = span.passed(max(began, here)) - span.passed(here)
        if runs >= left:
            break
        if ended == NEVER:
            return None, left
        left -= runs
        here = ended
    return here, left


def _merged(pauses: Iterable[Pause]) -> list[tuple[int, int]]:
    """Return the pauses as stretches of minutes, in order and without overlap; one that ends before it begins is none."""
    stretches = sorted((minute_of(one.began), minute_of(one.ended) if one.ended else NEVER) for one in pauses)
    merged: list[tuple[int, int]] = []
    for began, ended in stretches:
        if ended <= began:
            continue
        if merged and began <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(ended, merged[-1][1]))
        else:
            merged.append((began, ended))
    return merged
