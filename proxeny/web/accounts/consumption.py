"""What the pages of customers ask about consumption, each question once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from proxeny.accounts.models import Account
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.nature import Nature
from proxeny.analytics.usage.panel import Panel, SeriesKey, panel_of
from proxeny.core.money import Money
from proxeny.usage import consuming, pulses, store
from proxeny.usage.consuming import YEAR, added
from proxeny.web.charts.model import Floats

DAY = timedelta(days=1)
KEPT = 16
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
    """All that is on record of one customer, day by day from `first` to `last`; of both something is known.

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
    """Return what is on record of the customer up to the day, or None when nothing is.

    The page, its chart and the words for the crosshair ask this one after the other: the last answers are kept for as long
    as the same facts count.
    """
    return _history(account.reference, account.currency, account.customer_since, on, store.version())


@lru_cache(maxsize=KEPT)
def _history(reference: str, home: str, since: date | None, on: date, _version: str) -> History | None:
    facts = store.facts()
    rows = facts.daily([reference], None, on - LOOKED_BACK, on)
    if not len(rows):
        return None
    found = Found.of(facts, rows, on, since)
    series = {**_spending(found.panel("amount"), home), **_quantities(found.panel("quantity"))}
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
    def of(cls, facts: Facts, rows: pa.Table, last: date, since: date | None = None) -> "Found":
        """Take the answer of `Facts.daily` up to `last`; it must have a row.

        Days before the first row are known too where single lines of its meters cover them: nothing was bought.
        But nobody is silent before being a customer, `since` then.
        """
        begun, meters = last - LOOKED_BACK, facts.meters.values()
        own = set(rows["meter"].unique().to_pylist())
        first = pc.min(rows["day"]).as_py()
        for one in meters:
            if one.nature == "lines" and one.name in own:
                spoken = facts.snapshot.covered(one.sources, begun, last)
                covered_from = begun + timedelta(days=int(spoken.argmax())) if spoken.any() else first
                first = min(first, max(covered_from, since or covered_from))
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


def recent(accounts: Iterable[Account], last: date, days: int) -> dict[int, Floats]:
    """Return what each customer consumed on each of the `days` days up to `last`, for those with any record.

    It is money in the customer's own currency, else what there is most of.
    """
    if days != pulses.DAYS:
        return consuming.recent(store.facts(), accounts, last, days)
    taken = pulses.of(accounts, last + DAY)
    curves = {number: pulses.curve_of(pulse) for number, pulse in taken.items()}
    return {number: curve for number, curve in curves.items() if curve is not None}


def spent(accounts: Iterable[Account], last: date) -> dict[int, Money]:
    """Return what each customer spent in the 365 days up to `last`, for those with any amount on record.

    It is the sum in the customer's own currency, else the largest of the others.
    """
    taken = pulses.of(accounts, last + DAY)
    return {number: pulse.consumed for number, pulse in taken.items() if pulse.consumed}


def mean(values: Floats) -> float | None:
    """Return the mean over the days on record, None where fewer than half are."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size and known.size >= values.size / 2 else None


def _spending(panel: Panel, home: str) -> dict[Measure, Floats]:
    """All money, by currency, that of `home` first."""
    sums: dict[str, Floats] = {}
    for key, values in _known(panel):
        if key.currency:
            sums[key.currency] = added(sums[key.currency], values) if key.currency in sums else values
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
