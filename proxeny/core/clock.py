"""The one source of time, so that any day can be “today”.

`now` and `today` answer for the day that `on` has set, for this thread or task only; without it, they tell the real time.
Evidence also wants the time as the machine saw it: `machine_now` is never moved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time

from django.utils import timezone

_today: ContextVar[date | None] = ContextVar("today", default=None)
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def machine_now() -> datetime:
    """Return the real time, in UTC."""
    return datetime.now(UTC)


def now() -> datetime:
    """Return the time, in UTC: on another day than today it is the present time of day on that day."""
    if (moment := _moment.get()) is not None:
        return moment
    real = machine_now()
    if (day := _today.get()) is None:
        return real
    local = timezone.localtime(real, timezone.get_default_timezone())
    return datetime.combine(day, local.timetz()).astimezone(UTC)


def today() -> date:
    """Return the day in the installation's time zone."""
    return _today.get() or day_of(now())


def day_of(moment: datetime) -> date:
    """Return the day of `moment` in the installation's time zone, wherever the reader is."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def is_moved() -> bool:
    """Tell whether another day than the real one is being looked at."""
    return _today.get() is not None or _moment.get() is not None


def start_of(day: date) -> datetime:
    """Return the first moment of `day` in the installation's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


@contextmanager
def on(day: date | None) -> Iterator[None]:
    """Make `day` today within the block; None leaves the clock as it is."""
    token = _today.set(day or _today.get())
    try:
        yield
    finally:
        _today.reset(token)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let time stand still at `moment`, which is aware, within the block: for what happened long ago, told in order."""
    day, token = _today.set(day_of(moment)), _moment.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moment.reset(token)
        _today.reset(day)
