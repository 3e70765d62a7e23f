"""Pulses: what pages show of every customer, taken once for a day and state of the data, and read many times.

A page asks `standing_on`; it finds the pulses fresh, or takes them anew first, so that what it shows is always what the
facts and the contracts say now.
"""

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np
from django.conf import settings
from django.db.models import Max

from proxeny.accounts import worth
from proxeny.accounts.models import Account
from proxeny.intake.models import Batch
from proxeny.usage import once, store, taking
from proxeny.usage.consuming import Floats
from proxeny.usage.models import Pulse, PulseDay
from proxeny.usage.taking import AS_KEPT, DAYS, Version

__all__ = ["DAYS", "curve_of", "of", "standing_on", "version"]


def version() -> Version:
    """Return the state of the data now, in a few cheap queries."""
    accounts = Account.objects.aggregate(changed=Max("changed_at"))["changed"]
    undone = Batch.objects.aggregate(last=Max("undone_at"))["last"]
    # Taking a batch back makes rows older again: the newest change then tells nothing.
    ago = undone.timestamp() if undone else ""
    return Version(
        facts=store.version(),
        accounts=f"{accounts.timestamp() if accounts else ''}-{ago}",
        contracts=f"{worth.version()}-{ago}",
    )


def standing_on(on: date) -> PulseDay:
    """Return the pulses of the morning of `on`, taken anew if there are none or the data have changed since.

    Must not be called within a transaction that has written: it waits for others that take the same pulses.
    """
    return once.for_this_page(("pulses", on), lambda: _standing_on(on))


def _standing_on(on: date) -> PulseDay:
    known, day = version(), _day(on)
    if day and known.is_of(day):
        return day
    with _one_at_a_time():
        known, day = version(), _day(on)
        return day if day and known.is_of(day) else taking.take(on, known, day)


def of(accounts: Iterable[Account], on: date) -> dict[int, Pulse]:
    """Return the pulse of each of these customers as of the morning of `on`."""
    numbers = {account.pk for account in accounts}
    if not numbers:
        return {}
    return once.for_this_page(("pulses", on, frozenset(numbers)), lambda: _of(numbers, on))


def curve_of(pulse: Pulse) -> Floats | None:
    """Return what was consumed on each of the `DAYS` days before, or None when nothing is on record."""
    return np.frombuffer(pulse.curve, AS_KEPT).astype(np.float64) if pulse.curve else None


def _of(numbers: set[int], on: date) -> dict[int, Pulse]:
    pulses = standing_on(on).pulses.all()
    if len(numbers) <= worth.NAMED:
        pulses = pulses.filter(account__in=numbers)
    return {one.account_id: one for one in pulses if one.account_id in numbers}


def _day(on: date) -> PulseDay | None:
    return PulseDay.objects.filter(on=on).first()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold a lock that threads and processes of this installation share; who dies lets go of it."""
    with (Path(settings.HOME) / "pulses.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
