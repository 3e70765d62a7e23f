"""What the pages of customers ask about consumption, each question once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from proxeny.accounts.models import Account
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.nature import Nature
from proxeny.analytics.usage.panel import Panel, SeriesKey, panel_of
from proxeny.core.money import Money
from proxeny.usage import store
from proxeny.web.charts.model import Floats

YEAR = 365
LOOKED_BACK = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Measure:
    """What of a customer can be drawn: all it spends in one currency (no meter), or a meter's quantity.

    `key` is how addresses name it.
    """

    key: str
    meter: str | None
    currency: str

    @property
    def is_money(self) -> bool:
        """Tell whether the figures are an amount in `currency`, and not a meter's own unit."""
        return self.meter is None


@dataclass(frozen=True)
class History:
    """All that is on record of one customer, day by day from `first` to `last`; both have a record.

    `values` has one row of figures for each of `measures`; NaN is a day without record.
    """

    first: date
    last: date
    measures: tuple[Measure, ...]
    values: tuple[Floats, ...]

    def daily(self, measure: Measure, first: date, days: int) -> Floats:
        """Return one figure for each of `days` days from `first` on; NaN where nothing is on record."""
        known = self.values[self.measures.index(measure)]
        shown = np.full(days, np.nan)
        offset = (first - self.first).days
        begin, end = max(0, offset), min(len(known), offset + days)
        if begin < end:
            shown[begin - offset : end - offset] = known[begin:end]
        return shown

    def consumed(self, last: date) -> Money | None:
        """Return what was spent in the 365 days up to `last`, in the first of the currencies.

        None where nothing has a price.
        """
        measure = self.measures[0]
        spent = self.daily(measure, last - timedelta(days=YEAR - 1), YEAR)
        return Money.of(f"{np.nansum(spent):.6f}", measure.currency) if measure.is_money else None


def history(account: Account, on: date) -> History | None:
    """Return what is on record of the customer up to the day, or None when nothing is."""
    facts = store.facts()
    rows = facts.daily([account.reference], None, on - LOOKED_BACK, on)
    if not len(rows):
        return None
    found = Found.of(facts, rows, on)
    series = {**_spending(found.panel("amount"), account.currency), **_quantities(found.panel("quantity"))}
    if not series:
        return None
    # Where single lines come in, the days after the last of them are known too: nothing was bought.
    days = int(np.flatnonzero(np.isfinite(np.stack(list(series.values()))).any(axis=0))[-1]) + 1
    last = found.first + timedelta(days=days - 1)
    return History(found.first, last, tuple(series), tuple(values[:days] for values in series.values()))


@dataclass(frozen=True)
class Found:
    """Daily rows of one customer, and what a missing day means for each meter."""

    rows: pa.Table
    first: date
    last: date
    natures: dict[str, Nature]
    covered: dict[str, NDArray[np.bool_]]

    @classmethod
    def of(cls, facts: Facts, rows: pa.Table, last: date) -> "Found":
        """Take the answer of `Facts.daily` up to `last`; it must have a row."""
        first = pc.min(rows["day"]).as_py()
        meters = facts.meters.values()
        covered = {
            one.name: facts.snapshot.covered(one.sources, first, last)
            for one in meters
            if one.nature == "lines"
        }
        return cls(rows, first, last, {one.name: one.nature for one in meters}, covered)

    def panel(self, measure: str) -> Panel:
        """Return the series of amounts or of quantities; quantities have no currency."""
        rows = self.rows.select(["account", "meter", "currency", "day"])
        if measure == "quantity":
            rows = rows.set_column(2, "currency", pa.array([""] * len(rows), pa.string()))
        rows = rows.append_column("value", self.rows[measure].cast(pa.float64()))
        return panel_of(rows, self.first, self.last, self.natures, self.covered)


def recent(accounts: Sequence[Account], last: date, days: int) -> dict[int, Floats]:
    """Return what each customer consumed on each of the `days` days up to `last`, for those with any record.

    It is money in the customer's own currency, else what there is most of.
    """
    home = {account.reference: account for account in accounts}
    panel = store.facts().panel(list(home), last - timedelta(days=days - 1), last)
    sums: dict[str, dict[str, Floats]] = defaultdict(dict)
    for key, values in zip(panel.keys, panel.values, strict=True):
        kind = key.currency or key.meter
        known = sums[key.account].get(kind)
        sums[key.account][kind] = values if known is None or not key.currency else _added(known, values)
    return {
        home[reference].pk: found.get(home[reference].currency, max(found.values(), key=_known_days))
        for reference, found in sums.items()
    }


def spent(accounts: Iterable[Account], last: date) -> dict[int, Money]:
    """Return what each customer spent in the 365 days up to `last`, for those with any amount on record.

    It is the sum in the customer's own currency, else the largest of the others.
    """
    home = {account.reference: account for account in accounts}
    if not home:
        return {}
    sums: dict[str, dict[str, Money]] = defaultdict(dict)
    for row in store.facts().totals(list(home), last - timedelta(days=YEAR - 1), last).to_pylist():
        if row["currency"] and row["amount"] is not None:
            sums[row["account"]][row["currency"]] = Money.of(row["amount"], row["currency"])
    return {
        home[reference].pk: found.get(home[reference].currency)
        or max(found.values(), key=lambda one: one.amount)
        for reference, found in sums.items()
    }


def mean(values: Floats) -> float | None:
    """Return the mean over the days on record, None where fewer than half are."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size and known.size >= values.size / 2 else None


def _spending(panel: Panel, home: str) -> dict[Measure, Floats]:
    """All money, by currency, that of `home` first."""
    sums: dict[str, Floats] = {}
    for key, values in _known(panel):
        if key.currency:
            sums[key.currency] = _added(sums[key.currency], values) if key.currency in sums else values
    ordered = sorted(sums, key=lambda currency: (currency != home, currency))
    return {Measure(currency, None, currency): sums[currency] for currency in ordered}


def _quantities(panel: Panel) -> dict[Measure, Floats]:
    return {Measure(f"meter:{key.meter}", key.meter, ""): values for key, values in _known(panel)}


def _known(panel: Panel) -> list[tuple[SeriesKey, Floats]]:
    """The series in which anything is known and not nought."""
    rows = zip(panel.keys, panel.values, strict=True)
    return sorted(
        ((key, values) for key, values in rows if np.nansum(np.abs(values)) > 0), key=lambda row: row[0].meter
    )


def _added(one: Floats, other: Floats) -> Floats:
    """The sum of two series; a day of which one is known counts with that one."""
    return np.where(np.isnan(one), other, np.where(np.isnan(other), one, one + other))


def _known_days(values: Floats) -> int:
    return int(np.isfinite(values).sum())
