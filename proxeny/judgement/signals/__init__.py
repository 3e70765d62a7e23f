"""The witnesses. A new one is a file in this folder that has a `SIGNAL`; it is found by itself."""

import pkgutil
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module

from proxeny.accounts.models import Account
from proxeny.judgement.signals.known import Known
from proxeny.judgement.signals.signal import Direction, Heard, Reading, Signal

__all__ = ["Direction", "Heard", "Reading", "Signal", "all_signals", "heard", "said_on"]
A_MONTH = timedelta(days=30)


@lru_cache(maxsize=1)
def all_signals() -> tuple[Signal, ...]:
    """Return every witness, the weightiest first."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    found = [module.SIGNAL for module in modules if hasattr(module, "SIGNAL")]
    return tuple(sorted(found, key=lambda signal: (-signal.weight, signal.name)))


def said_on(accounts: Iterable[Account], on: date) -> dict[int, dict[str, Reading]]:
    """Return what each witness says of each of these customers on the morning of `on`; silent ones are left out."""
    asked = {account.pk: account for account in accounts}
    known = Known(on, asked)
    found: dict[int, dict[str, Reading]] = {key: {} for key in asked}
    for signal in all_signals():
        for key, reading in signal.read(known).items():
            found[key][signal.name] = reading
    return found


def heard(accounts: Iterable[Account], on: date) -> dict[int, dict[str, Heard]]:
    """Return what each witness says of each of these customers on the morning of `on`, and what it said a month before."""
    asked = {account.pk: account for account in accounts}
    now, before = Known(on, asked), Known(on - A_MONTH, asked)
    found: dict[int, dict[str, Heard]] = {key: {} for key in asked}
    for signal in all_signals():
        said, said_before = signal.read(now), signal.read(before)
        for key in asked:
            found[key][signal.name] = Heard(said.get(key), said_before.get(key))
    return found
