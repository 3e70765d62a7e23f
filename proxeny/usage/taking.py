"""Taking the pulses of all customers in one go."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.db import transaction
from django.utils import timezone

from proxeny.accounts import worth
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.usage import consuming, store
from proxeny.usage.models import Pulse, PulseDay

DAYS = 90
DAYS_KEPT = 3
AS_KEPT = np.dtype("<f4")
AT_ONCE = 2000
CONTRACTED = ("contracted_minor", "contracted_currency", "contracted_size")


@dataclass(frozen=True, slots=True)
class Version:
    """The state of the data: which facts count, which customers and contracts there are, and when they last changed."""

    facts: str
    accounts: str
    contracts: str

    def is_of(self, day: PulseDay) -> bool:
        """Tell whether the pulses were taken of this state."""
        return (self.facts, self.accounts, self.contracts) == (day.facts, day.accounts, day.contracts)


def take(on: date, known: Version, day: PulseDay | None) -> PulseDay:
    """Take the pulses of the morning of `on` and keep them as those of the state `known`, which was read before.

    Where the facts are those of `day` still, only the contracts are reckoned anew: they change often and are quick.
    """
    accounts = list(Account.objects.only("pk", "reference", "currency").order_by("pk"))
    identity, contracted = _identity(accounts), worth.contracted(accounts, on)
    if day and (day.facts, day.identity) == (known.facts, identity):
        with transaction.atomic():
            _keep_contracted(day, contracted)
            return _kept(day, known, identity)
    pulses = _pulses(accounts, on, contracted)
    with transaction.atomic():
        PulseDay.objects.filter(on=on).delete()
        return _kept(PulseDay(on=on), known, identity, pulses)


def _kept(day: PulseDay, known: Version, identity: str, pulses: Sequence[Pulse] = ()) -> PulseDay:
    day.facts, day.accounts, day.contracts, day.identity = (
        known.facts,
        known.accounts,
        known.contracts,
        identity,
    )
    day.taken_at = clock.machine_now()
    day.save()
    standing = set(Account.objects.values_list("pk", flat=True)) if pulses else set()
    for pulse in pulses:
        pulse.day = day
    Pulse.objects.bulk_create((one for one in pulses if one.account_id in standing), batch_size=AT_ONCE)
    _forget_old(day)
    return day


def _pulses(accounts: Sequence[Account], on: date, contracted: dict[int, Money]) -> list[Pulse]:
    facts, last = store.facts(), on - timedelta(days=1)
    curves = consuming.recent(facts, accounts, last, DAYS)
    spent = consuming.spent(facts, accounts, last)
    pulses = []
    for account in accounts:
        curve, consumed = curves.get(account.pk), spent.get(account.pk)
        pulse = Pulse(
            account_id=account.pk,
            curve=b"" if curve is None else curve.astype(AS_KEPT).tobytes(),
            consumed_minor=consumed.minor if consumed else None,
            consumed_currency=consumed.currency if consumed else "",
            consumed_size=float(consumed.amount) if consumed else None,
        )
        _write_contracted(pulse, contracted.get(account.pk))
        pulses.append(pulse)
    return pulses


def _keep_contracted(day: PulseDay, contracted: dict[int, Money]) -> None:
    changed = [one for one in day.pulses.all() if one.contracted != contracted.get(one.account_id)]
    for pulse in changed:
        _write_contracted(pulse, contracted.get(pulse.account_id))
    Pulse.objects.bulk_update(changed, CONTRACTED, batch_size=100)


def _write_contracted(pulse: Pulse, amount: Money | None) -> None:
    pulse.contracted_minor = amount.minor if amount else None
    pulse.contracted_currency = amount.currency if amount else ""
    pulse.contracted_size = float(amount.amount) if amount else None


def _identity(accounts: Sequence[Account]) -> str:
    """What of the customers decides which facts are whose, and in which currency."""
    lines = (f"{one.pk} {one.reference} {one.currency}" for one in accounts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _forget_old(day: PulseDay) -> None:
    """Keep the pulses of the real today, and of the days that were looked at last."""
    last = PulseDay.objects.order_by("-taken_at").values_list("pk", flat=True)[:DAYS_KEPT]
    kept = [*last, day.pk]
    today = timezone.localtime(clock.machine_now()).date()
    PulseDay.objects.exclude(pk__in=kept).exclude(on=today).delete()
