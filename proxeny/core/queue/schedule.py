"""Work that comes round: every day at a time, every hour at a minute, every few minutes.

Each round is a slot that is filled once, whoever asks and however often; one that was missed while no worker
ran is made up for once. A package tells what it wants done in its `schedule.py`:

    every(Daily(time(6, 0)), nightly_sweep)
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, NamedTuple, Protocol

from django.utils import timezone

from proxeny.core import clock
from proxeny.core.queue.tasks import LeasedTask


class Slot(NamedTuple):
    """One round of something that comes round; `key` names it for ever."""

    key: str
    start: datetime


class Rhythm(Protocol):
    """When something comes round."""

    def latest(self, now: datetime) -> Slot:
        """Return the last slot that has begun by `now`."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Every day at this time of the installation's time zone, also on days when the clocks change."""

    at: time

    def latest(self, now: datetime) -> Slot:
        """Return today's slot, or yesterday's before its time."""
        day = timezone.localtime(now).date()
        start = timezone.make_aware(datetime.combine(day, self.at))
        if start > now:
            day -= timedelta(days=1)
            start = timezone.make_aware(datetime.combine(day, self.at))
        return Slot(day.isoformat(), start)


@dataclass(frozen=True, slots=True)
class Hourly:
    """Every hour at this minute."""

    minute: int = 0

    def latest(self, now: datetime) -> Slot:
        """Return this hour's slot, or the last one's before its minute."""
        start = now.astimezone(UTC).replace(minute=self.minute, second=0, microsecond=0)
        if start > now:
            start -= timedelta(hours=1)
        return Slot(start.strftime("%Y-%m-%dT%HZ"), start)


@dataclass(frozen=True, slots=True)
class Often:
    """Every so many minutes of the hour, from its first: 5 is at 0, 5, 10 …"""

    minutes: int

    def latest(self, now: datetime) -> Slot:
        """Return the last slot that has begun."""
        at = now.astimezone(UTC)
        start = at.replace(minute=at.minute // self.minutes * self.minutes, second=0, microsecond=0)
        return Slot(start.strftime("%Y-%m-%dT%H:%MZ"), start)


_entries: dict[str, tuple[Rhythm, LeasedTask[[], Any]]] = {}
_filled: dict[str, str] = {}


def every(rhythm: Rhythm, task: LeasedTask[[], Any]) -> None:
    """Run `task` in every slot of `rhythm` from now on; saying so twice is the same as once."""
    _entries[task.module_path] = (rhythm, task)


def enqueue_due(now: datetime | None = None) -> int:
    """Enqueue what the schedule says for the slots that have begun; return how many were tried."""
    tried = 0
    for path, (rhythm, task) in _entries.items():
        slot = rhythm.latest(now or clock.machine_now())
        if _filled.get(path) != slot.key:
            task.using(slot=f"{path}@{slot.key}"[-120:], run_after=slot.start).enqueue()
            _filled[path] = slot.key
            tried += 1
    return tried
