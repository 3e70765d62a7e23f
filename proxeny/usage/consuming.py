"""What customers consumed of late, asked of the facts themselves."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proxeny.accounts.models import Account
from proxeny.accounts.worth import chosen
from proxeny.analytics.usage.facts import Facts
from proxeny.core.money import Money

Floats = NDArray[np.float64]
YEAR = 365
AT_ONCE = 2000


def recent(facts: Facts, accounts: Iterable[Account], last: date, days: int) -> dict[int, Floats]:
    """Return what each customer consumed on each of the `days` days up to `last`, for those with any record.

    It is money in the customer's own currency, else what there is most of.
    """
    home = {account.reference: account for account in accounts}
    first, found = last - timedelta(days=days - 1), {}
    for panel in facts.panels(list(home), first, last, block=AT_ONCE):
        sums: dict[str, dict[str, Floats]] = defaultdict(dict)
        for key, values in zip(panel.keys, panel.values, strict=True):
            kind = key.currency or key.meter
            known = sums[key.account].get(kind)
            sums[key.account][kind] = values if known is None or not key.currency else added(known, values)
        for reference, kinds in sums.items():
            account = home[reference]
            most = max(sorted(kinds), key=lambda kind: int(np.isfinite(kinds[kind]).sum()))
            found[account.pk] = kinds.get(account.currency, kinds[most])
    return found


def spent(facts: Facts, accounts: Iterable[Account], last: date) -> dict[int, Money]:
    """Return what each customer spent in the 365 days up to `last`, for those with any amount on record.

    It is the sum in the customer's own currency, else the largest of the others.
    """
    home = {account.reference: account for account in accounts}
    if not home:
        return {}
    sums: dict[str, dict[str, Money]] = defaultdict(dict)
    for row in _totals(facts, home, last):
        if row["currency"] and row["amount"] is not None and row["account"] in home:
            sums[row["account"]][row["currency"]] = Money.of(row["amount"], row["currency"])
    return {home[reference].pk: chosen(found, home[reference].currency) for reference, found in sums.items()}


def added(one: Floats, other: Floats) -> Floats:
    """Return the sum of two series; a day of which one is known counts with that one."""
    return np.where(np.isnan(one), other, np.where(np.isnan(other), one, one + other))


def _totals(facts: Facts, home: dict[str, Account], last: date) -> list[dict[str, Any]]:
    """Of many customers everybody's totals are asked for: naming them all would cost more."""
    named = list(home) if len(home) <= AT_ONCE else None
    return facts.totals(named, last - timedelta(days=YEAR - 1), last).to_pylist()
