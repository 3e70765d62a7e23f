"""Facts as dense matrices of series by days, for arithmetic over all series at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from proxeny.analytics.usage.nature import Nature

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class SeriesKey:
    """What one row of a panel is about; `currency` is empty where the value is a quantity."""

    account: str
    meter: str
    currency: str
    nature: Nature


@dataclass(frozen=True)
class Panel:
    """`values[i, j]` is series `keys[i]` on the day `first + j`; NaN where the value is unknown.

    A series of single lines is 0 on a covered day without a line, and NaN outside what was imported. A
    metered series is NaN wherever the meter said nothing.
    """

    first: date
    keys: list[SeriesKey]
    values: NDArray[np.float64]


def panel_of(
    rows: pa.Table,
    first: date,
    last: date,
    natures: Mapping[str, Nature],
    covered: Mapping[str, NDArray[np.bool_]],
) -> Panel:
    """Scatter the rows of `expressions.values`; `covered` holds for each meter of lines the days it speaks
    for.

    Rows of one series and day are added up. No loop over rows: strings become codes, codes become places.
    """
    days = (last - first).days + 1
    account, accounts = _codes(rows, "account")
    meter, meters = _codes(rows, "meter")
    currency, currencies = _codes(rows, "currency")
    combined = (account * len(meters) + meter) * len(currencies) + currency
    distinct, series = _ranked(combined, len(accounts) * len(meters) * len(currencies))
    keys = _keys(distinct, accounts, meters, currencies, natures)
    ground = _ground(meters, days, covered)
    values = ground[(distinct // max(len(currencies), 1)) % max(len(meters), 1)]
    since_1970 = rows["day"].combine_chunks().view(pa.int32()).to_numpy(zero_copy_only=False)
    place = series * days + (since_1970 - (first - EPOCH).days)
    flat = values.reshape(-1)
    flat[place] = 0.0
    np.add.at(flat, place, rows["value"].combine_chunks().to_numpy(zero_copy_only=False))
    return Panel(first, keys, values)


def _codes(rows: pa.Table, name: str) -> tuple[NDArray[np.int64], list[str]]:
    column: Any = rows[name].combine_chunks()
    encoded: Any = pc.dictionary_encode(column)
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), encoded.dictionary.to_pylist()


def _ranked(combined: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The distinct codes in order, and for each row the place of its code among them; linear in the rows."""
    present = np.zeros(size, dtype=bool)
    present[combined] = True
    distinct = np.flatnonzero(present)
    place = np.empty(size, dtype=np.int64)
    place[distinct] = np.arange(len(distinct))
    return distinct, place[combined]


def _ground(
    meters: Sequence[str], days: int, covered: Mapping[str, NDArray[np.bool_]]
) -> NDArray[np.float64]:
    ground = np.full((max(len(meters), 1), days), np.nan)
    for place, meter in enumerate(meters):
        if meter in covered:
            ground[place, covered[meter]] = 0.0
    return ground


def _keys(
    distinct: NDArray[np.int64],
    accounts: Sequence[str],
    meters: Sequence[str],
    currencies: Sequence[str],
    natures: Mapping[str, Nature],
) -> list[SeriesKey]:
    rest, currency = np.divmod(distinct, max(len(currencies), 1))
    account, meter = np.divmod(rest, max(len(meters), 1))
    return [
        SeriesKey(accounts[a], meters[m], currencies[c], natures[meters[m]])
        for a, m, c in zip(account.tolist(), meter.tolist(), currency.tolist(), strict=True)
    ]


def in_blocks(accounts: Sequence[str], size: int) -> Iterator[list[str]]:
    """The accounts in order, so many at a time: neighbours share row groups, so each is read about once."""
    ordered = sorted(dict.fromkeys(accounts))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
