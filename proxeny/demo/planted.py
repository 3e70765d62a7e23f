"""What was put into the series on purpose, measured from the series themselves.

The baseline is the mean of each weekday over the eight weeks before, without holidays and the days around
Spring Festival.
"""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from proxeny.demo import changes
from proxeny.demo.calendar_days import Days, days_of
from proxeny.demo.consumption import HISTORY
from proxeny.demo.vendor import Order, Planted, Series

BASELINE = 56
NOW = 28
SAME_SEASON = 364
MONTH = 365.25 / 12
ORDERS = "订货"


def planted(series: tuple[Series, ...], orders: tuple[Order, ...], today: date) -> tuple[Planted, ...]:
    """Return what a person should be asked about today, and what nobody should be asked about."""
    days = days_of(today - timedelta(days=HISTORY), today - timedelta(days=1))
    values = {(one.reference, one.meter): one.amounts(len(days)) for one in series}
    recent = (
        _changed(change, values[change.reference, change.meter], days, today) for change in changes.RECENT
    )
    return (
        *(fact for fact in recent if fact is not None),
        _silent_feed(values, days),
        _silent_buyer(orders),
        _only_holiday(values[changes.ONLY_HOLIDAY[:2]], days),
        _seasonal(values[changes.SEASONAL], days),
    )


def _changed(change: changes.Change, values: NDArray[np.float64], days: Days, today: date) -> Planted | None:
    """Measure one change; None while it cannot be seen, as in the days of Spring Festival."""
    start = days.position(change.since(today))
    if (change.reference, change.meter) == changes.MISSED_SEASON[:2]:
        what, (shown, level) = "below last year", _against_last_year(values)
    else:
        now = max(start, len(days) - NOW // 2) if change.ramp else start
        shown, level = _relative(values, days, slice(start - BASELINE, start), slice(now, len(days)))
        what = "rise" if shown > 0 else "slow decline" if change.ramp else "drop"
    if not np.isfinite(shown):
        return None
    return Planted(
        change.reference, change.meter, what, change.since(today), shown, round(shown * level * MONTH)
    )


def _against_last_year(values: NDArray[np.float64]) -> tuple[float, float]:
    this_year, last_year = values[-NOW:], values[-NOW - SAME_SEASON : -SAME_SEASON]
    level = float(np.nanmean(last_year))
    return float(np.nanmean(this_year)) / level - 1, level


def _relative(values: NDArray[np.float64], days: Days, before: slice, after: slice) -> tuple[float, float]:
    """Return the change from `before` to `after`, relative, and the mean day before; NaN if none compares."""
    usable = days.ordinary & np.isfinite(values)
    week = [values[before][usable[before] & (days.weekday[before] == day)] for day in range(7)]
    usual = np.array([part.mean() if len(part) else np.nan for part in week])
    expected = usual[days.weekday[after]]
    compared = usable[after] & np.isfinite(expected)
    if not compared.any():
        return float("nan"), float("nan")
    return float(values[after][compared].sum() / expected[compared].sum() - 1), float(np.nanmean(usual))


def _silent_feed(values: dict[tuple[str, str], NDArray[np.float64]], days: Days) -> Planted:
    own = {key: amounts for key, amounts in values.items() if key[0] == changes.SILENT_FEED[0]}
    (reference, meter), largest = max(own.items(), key=lambda item: float(np.nansum(item[1])))
    last = int(np.flatnonzero(np.isfinite(largest))[-1])
    level = float(np.nanmean(largest[last - BASELINE : last + 1]))
    return Planted(
        reference, meter, "silent feed", days.first + timedelta(days=last + 1), -1.0, round(-level * MONTH)
    )


def _silent_buyer(orders: tuple[Order, ...]) -> Planted:
    """The mean month of the year before the last order, and nothing since."""
    own = [order for order in orders if order.reference == changes.SILENT_BUYER[0]]
    last = max(order.at.date() for order in own)
    bought = sum(order.quantity * order.price for order in own if (last - order.at.date()).days < 365)
    since = last + timedelta(days=1)
    return Planted(changes.SILENT_BUYER[0], ORDERS, "silent buyer", since, -1.0, -round(bought / 12))


def _only_holiday(values: NDArray[np.float64], days: Days) -> Planted:
    """The last statutory holiday that was long enough to show: how deep it went, and that it is over."""
    off = np.flatnonzero(days.holiday & np.isfinite(values))
    blocks = np.split(off, np.flatnonzero(np.diff(off) > 4) + 1)
    last = next(block for block in reversed(blocks) if len(block) >= 3)
    first = int(last[0])
    usual = float(np.nanmean(values[max(0, first - BASELINE) : first]))
    change = float(values[last].mean()) / usual - 1
    since = days.first + timedelta(days=first)
    return Planted(*changes.ONLY_HOLIDAY[:2], "only a holiday", since, change, 0, on_docket=False)


def _seasonal(values: NDArray[np.float64], days: Days) -> Planted:
    """How far the year's lowest month lies below its highest, as it does every year."""
    months = values[-360:].reshape(12, 30)
    means = np.nanmean(months, axis=1)
    since = days.first + timedelta(days=len(days) - 360 + 30 * int(means.argmax()))
    change = float(means.min() / means.max() - 1)
    return Planted(*changes.SEASONAL, "only the season", since, change, 0, on_docket=False)
