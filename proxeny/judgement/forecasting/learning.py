"""Learning: what the signals said before contracts ended that are decided now, and what came of them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np

from proxeny.accounts.models import Account, Contract
from proxeny.analytics.renewals.cases import Cases
from proxeny.analytics.renewals.forecasting import Forecaster, fit
from proxeny.judgement.forecasting import renewals
from proxeny.judgement.models import PastRenewal
from proxeny.judgement.signals import all_signals, said_on

BEFORE = timedelta(days=90)
SEGMENTS = {level: number for number, level in enumerate(Account.Level.values)}


def collect(on: date) -> int:
    """Keep what was said before each contract that is decided on the morning of `on` and not kept yet; return how many.

    The signals are heard as of ninety days before the end, or the day after its beginning where it was shorter.
    """
    known = PastRenewal.objects.values("contract")
    ended = Contract.objects.filter(ends_on__lt=on).exclude(pk__in=known).select_related("account")
    by_morning: dict[date, list[tuple[Contract, bool]]] = defaultdict(list)
    others = _by_account(ended.values_list("account", flat=True))
    for contract in ended:
        if found := renewals.decided(contract, others[contract.account_id], on):
            by_morning[_morning(contract)].append((contract, found.renewed))
    for morning, some in by_morning.items():
        said = said_on([contract.account for contract, _renewed in some], morning)
        PastRenewal.objects.bulk_create(
            PastRenewal(
                contract=contract,
                known_on=morning,
                said={name: round(one.value, 2) for name, one in said[contract.account_id].items()},
                renewed=renewed,
                decided_on=min(on, renewals.decides_on(contract)),
            )
            for contract, renewed in some
        )
    return sum(map(len, by_morning.values()))


def forecaster(on: date) -> Forecaster | None:
    """Return what can be learned from contracts decided before `on`; None where there are none."""
    rows = list(
        PastRenewal.objects.filter(decided_on__lt=on)
        .select_related("contract__account")
        .order_by("decided_on", "pk")
    )
    if not rows:
        return None
    names = signal_names()
    known = np.array([[row.known_on.toordinal()] * len(names) for row in rows], dtype=float)
    return fit(
        Cases(
            names=names,
            signals=np.array([[row.said.get(name, np.nan) for name in names] for row in rows], dtype=float),
            known_at=known,
            forecast_at=known[:, 0],
            decided_at=np.array([row.decided_on.toordinal() for row in rows], dtype=float),
            outcomes=np.array([row.renewed for row in rows], dtype=float),
            segments=np.array([SEGMENTS[row.contract.account.level] for row in rows]),
        )
    )


def signal_names() -> tuple[str, ...]:
    """Return the signals in the order in which they are learned from."""
    return tuple(sorted(signal.name for signal in all_signals()))


def _morning(contract: Contract) -> date:
    return max(contract.ends_on - BEFORE, contract.starts_on + timedelta(days=1))


def _by_account(accounts: Iterable[int]) -> dict[int, list[Contract]]:
    found: dict[int, list[Contract]] = defaultdict(list)
    for contract in Contract.objects.filter(account__in=accounts):
        found[contract.account_id].append(contract)
    return found
