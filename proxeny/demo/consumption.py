"""Two years of daily consumption: rhythm, growth, chance, what happened, and the faults of collecting it."""

from dataclasses import replace
from datetime import date, timedelta
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from proxeny.demo import changes
from proxeny.demo.calendar_days import Days, days_of
from proxeny.demo.meters import METERS, Meter
from proxeny.demo.rhythms import RHYTHMS, Rhythm
from proxeny.demo.vendor import Customer, Series

HISTORY = 730
YEAR = 365
COLLECTOR_DOWN = ("API 调用", 143, 2)
HALF_COLLECTED = ("短信", 47, 0.35)
_PERSISTENCE = 0.35
_WANDER = 0.01


def consumption(
    customers: tuple[Customer, ...], today: date, seed: int
) -> tuple[tuple[Series, ...], tuple[Series, ...]]:
    """Return the series as they were first collected, and the corrections that came later."""
    days = days_of(today - timedelta(days=HISTORY), today - timedelta(days=1))
    complete = [
        _series(customer, meter, days, today, seed) for customer in customers for meter in customer.meters
    ]
    pairs = [_as_collected(series, today, seed) for series in complete]
    return tuple(first for first, _ in pairs), tuple(later for _, later in pairs if later is not None)


def _series(customer: Customer, name: str, days: Days, today: date, seed: int) -> Series:
    meter, random = METERS[name], _random(seed, customer.reference, name)
    rhythm = RHYTHMS["存量" if meter.is_stock else customer.industry]
    expected = _particular(customer.reference, name, rhythm, today).over(days) * _growth(
        customer, days, random
    )
    expected *= customer.meters[name] / YEAR / expected[-YEAR:].mean()
    yuan = (
        expected
        * changes.multiplier(customer.reference, name, days, today)
        * _chance(meter, len(days), random)
    )
    quantity = _measured(yuan / meter.price, meter, random)
    start = max(0, days.position(customer.since))
    return Series(
        reference=customer.reference,
        meter=name,
        first_day=days.first,
        days=np.arange(start, len(days)),
        quantity=quantity[start:],
        minor=np.rint(quantity[start:] * meter.price * 100).astype(np.int64),
    )


def _random(seed: int, *names: str) -> np.random.Generator:
    """A stream of its own for each series, so that one more customer changes no other's figures."""
    return np.random.default_rng([seed, *(crc32(name.encode()) for name in names)])


def _particular(reference: str, meter: str, rhythm: Rhythm, today: date) -> Rhythm:
    if (reference, meter) == changes.ONLY_HOLIDAY[:2]:
        return replace(rhythm, holiday=changes.ONLY_HOLIDAY[2], festival=changes.ONLY_HOLIDAY[2])
    if (reference, meter) == changes.MISSED_SEASON[:2]:
        amplitude, ago = changes.MISSED_SEASON[2:]
        return replace(rhythm, season=(amplitude, (today - timedelta(days=ago)).timetuple().tm_yday))
    return rhythm


def _growth(customer: Customer, days: Days, random: np.random.Generator) -> NDArray[np.float64]:
    """Steady growth of the year's rate; who came within the two years grows into use over some weeks."""
    rate = float(np.clip(random.normal(0.07, 0.08), -0.06, 0.22))
    years = np.arange(len(days)) / YEAR
    grown = np.ones(len(days)) if customer.reference in changes.STEADY else np.exp(rate * years)
    started = days.position(customer.since)
    if started <= 0:
        return grown
    return np.asarray(grown * (1 - 0.7 * np.exp(-np.maximum(0, np.arange(len(days)) - started) / 30)))


def _chance(meter: Meter, length: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Log-noise: what remains of yesterday's, today's own, and a slow wandering from week to week."""
    daily = _autoregressive(random.normal(0, meter.noise, length), _PERSISTENCE)
    weeks = _autoregressive(random.normal(0, _WANDER, length // 7 + 2), 0.6)
    return np.exp(daily + np.interp(np.arange(length) / 7, np.arange(len(weeks)), weeks))


def _autoregressive(shocks: NDArray[np.float64], persistence: float) -> NDArray[np.float64]:
    values = np.empty_like(shocks)
    last = 0.0
    for position, shock in enumerate(shocks):
        last = persistence * last + float(shock)
        values[position] = last
    return values


def _measured(
    quantity: NDArray[np.float64], meter: Meter, random: np.random.Generator
) -> NDArray[np.float64]:
    """Counted things scatter more than Poisson (a gamma-mixed rate); measured ones are rounded as read."""
    if meter.decimals:
        return np.round(quantity, meter.decimals)
    return random.poisson(quantity * random.gamma(600, 1 / 600, len(quantity))).astype(np.float64)


def _as_collected(series: Series, today: date, seed: int) -> tuple[Series, Series | None]:
    """Return what the collector delivered, and the rows that it delivered again later."""
    random = _random(seed, series.reference, series.meter, "collector")
    ago = (today - series.first_day).days - series.days
    lost = random.random(len(series.days)) < 0.0015
    if series.reference == changes.SILENT_FEED[0]:
        lost |= ago <= changes.SILENT_FEED[1]
    meter, down, length = COLLECTOR_DOWN
    outage = (ago <= down) & (ago > down - length) & (series.meter == meter)
    half = (ago == HALF_COLLECTED[1]) & (series.meter == HALF_COLLECTED[0])
    delivered = _scaled(series, half, HALF_COLLECTED[2])
    again = half | (outage & (random.random() < 0.4))
    return _rows(delivered, ~(lost | outage)), (_rows(series, again) if again.any() else None)


def _scaled(series: Series, where: NDArray[np.bool_], share: float) -> Series:
    quantity = np.where(where, np.floor(series.quantity * share), series.quantity)
    minor = np.where(where, np.floor(series.minor * share).astype(np.int64), series.minor)
    return replace(series, quantity=quantity, minor=minor)


def _rows(series: Series, chosen: NDArray[np.bool_]) -> Series:
    return replace(
        series, days=series.days[chosen], quantity=series.quantity[chosen], minor=series.minor[chosen]
    )
