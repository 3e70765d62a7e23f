"""Made-up worlds of consumption in which the truth is known, to calibrate detection and to demonstrate
it.

Accounts consume counts with day-to-day persistence, overdispersion and, depending on the world, a weekly
rhythm and the Chinese calendar: statutory holidays, make-up workdays and a Spring Festival that empties
three weeks. What is planted (a step, a slow decline, nothing at all) is returned with the series.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from proxeny.analytics.daytypes import DayType, classify

SPRING_FESTIVALS = (
    date(2021, 2, 12),
    date(2022, 2, 1),
    date(2023, 1, 22),
    date(2024, 2, 10),
    date(2025, 1, 29),
    date(2026, 2, 17),
    date(2027, 2, 6),
    date(2028, 1, 26),
)
WARM_UP_DAYS = 60


class Kind(StrEnum):
    """The three worlds."""

    FLAT = "flat"
    WEEKLY = "weekly"
    CHINA = "china"


@dataclass(frozen=True)
class Noise:
    """How unquiet the accounts are.

    `persistence` and `spread`: AR(1) coefficient and standard deviation of the daily log level;
    `dispersion`: shape of the gamma multiplier of each day's mean (infinite would be Poisson);
    `smallest`, `largest`: range of daily means.
    """

    persistence: float = 0.5
    spread: float = 0.14
    dispersion: float = 14.0
    smallest: float = 20.0
    largest: float = 600.0


@dataclass(frozen=True)
class Step:
    """From `day` on (a day number), the level of `series` is multiplied by `factor`, reached over
    `over_days`.
    """

    series: int
    day: int
    factor: float
    over_days: int = 0


@dataclass(frozen=True)
class World:
    """Daily values [series, days], the types of the days, and what was planted."""

    first_day: date
    values: NDArray[np.float64]
    day_types: NDArray[np.int8]
    spring_festivals: tuple[date, ...]
    steps: tuple[Step, ...] = field(default=())


def synthesise(
    kind: Kind,
    *,
    accounts: int,
    days: int,
    seed: int,
    first_day: date = date(2023, 3, 1),
    noise: Noise | None = None,
    growth_per_month: float = 0.0,
    steps: Sequence[Step] = (),
) -> World:
    """Make a world of `accounts` series over `days` days; the same seed makes the same world."""
    if accounts < 0 or days < 0:
        raise ValueError(
            f"A world of {accounts} accounts and {days} days cannot be made; give numbers from 0 on."
        )
    rng = np.random.default_rng(seed)
    noise = noise or Noise()
    day_types, usual = _calendar(kind, first_day, days)
    base = np.exp(rng.uniform(np.log(noise.smallest), np.log(noise.largest), accounts))
    logs = np.log(base)[:, None] + _wandering(rng, accounts, days, noise)
    logs += np.log1p(growth_per_month) * np.arange(days) / 30.44
    logs += np.log(
        _rhythm(rng, kind, accounts=accounts, first_day=first_day, day_types=day_types, left=usual)
    )
    for step in steps:
        ramp = np.clip((np.arange(days) - step.day + 1) / (step.over_days + 1), 0.0, 1.0)
        logs[step.series] += np.log(step.factor) * ramp
    multiplier = rng.gamma(noise.dispersion, 1 / noise.dispersion, (accounts, days))
    values = rng.poisson(np.exp(logs) * multiplier).astype(np.float64)
    return World(first_day, values, day_types, SPRING_FESTIVALS, tuple(steps))


def _wandering(rng: np.random.Generator, accounts: int, days: int, noise: Noise) -> NDArray[np.float64]:
    shocks = rng.normal(
        0.0, noise.spread * np.sqrt(1 - noise.persistence**2), (WARM_UP_DAYS + days, accounts)
    )
    level = np.zeros(accounts)
    course = np.empty_like(shocks)
    for day, shock in enumerate(shocks):
        level = noise.persistence * level + shock
        course[day] = level
    return course[WARM_UP_DAYS:].T


def _calendar(kind: Kind, first_day: date, days: int) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Types of the days, and the share of a usual day's consumption that the holidays leave."""
    if kind is not Kind.CHINA:
        return classify(first_day, days, (), (), ()), np.ones(days)
    dates = [first_day + timedelta(days=day) for day in range(days)]
    holidays = {day for year in {day.year for day in dates} for day in _holidays(year)}
    made_up = {day for year in {day.year for day in dates} for day in _made_up(year)} - holidays
    left = np.ones(days)
    for number, day in enumerate(dates):
        if day in holidays:
            left[number] = 0.25
        offset = min(((day - festival).days for festival in SPRING_FESTIVALS), key=abs)
        if -7 <= offset <= 12:
            left[number] = min(left[number], 0.2 + 0.1 * max(-offset - 1, offset - 5, 0))
    return classify(first_day, days, holidays, made_up, SPRING_FESTIVALS), np.clip(left, 0.05, 1.0)


def _holidays(year: int) -> set[date]:
    off = {date(year, 1, 1), date(year, 4, 5), date(year, 6, 10), date(year, 9, 17)}
    off |= {date(year, 5, day) for day in range(1, 6)} | {date(year, 10, day) for day in range(1, 8)}
    festivals = [festival for festival in SPRING_FESTIVALS if festival.year == year]
    return off | {festival + timedelta(days=offset) for festival in festivals for offset in range(-1, 7)}


def _made_up(year: int) -> set[date]:
    """The Sunday before and the Saturday after each long holiday."""
    made_up = set()
    for first, last in ((date(year, 5, 1), date(year, 5, 5)), (date(year, 10, 1), date(year, 10, 7))):
        made_up.add(first - timedelta(days=first.isoweekday() % 7 or 7))
        made_up.add(last + timedelta(days=(5 - last.weekday()) % 7 or 7))
    return made_up


def _rhythm(
    rng: np.random.Generator,
    kind: Kind,
    *,
    accounts: int,
    first_day: date,
    day_types: NDArray[np.int8],
    left: NDArray[np.float64],
) -> NDArray[np.float64]:
    if kind is Kind.FLAT:
        return np.ones((accounts, len(day_types)))
    weekday = (np.arange(len(day_types)) + first_day.weekday()) % 7
    resting = (weekday >= 5) if kind is Kind.WEEKLY else (day_types == DayType.REST)
    weekdays = np.exp(rng.normal(0.0, 0.1, (accounts, 7)))[:, weekday]
    weekend = rng.uniform(0.15, 0.6, (accounts, 1))
    return np.asarray(weekdays * np.where(resting[None], weekend, 1.0) * left[None])


def synthesise_orders(
    *, accounts: int, days: int, seed: int, first_day: date = date(2023, 3, 1), stops: Sequence[Step] = ()
) -> World:
    """Make a world of accounts that order every 4 to 40 days: gamma distributed gaps, lognormal amounts.

    From the day of a stop on, orders come with probability `factor` of what they would have been.
    """
    rng = np.random.default_rng(seed)
    values = np.zeros((accounts, days))
    gaps = np.exp(rng.uniform(np.log(4.0), np.log(40.0), accounts))
    shapes = rng.uniform(1.0, 2.5, accounts)
    sizes = np.exp(rng.normal(5.0, 1.0, accounts))
    for account in range(accounts):
        drawn = rng.gamma(shapes[account], gaps[account] / shapes[account], 3 * days // 4 + 10)
        when = np.unique((np.cumsum(np.maximum(drawn, 1.0)) - rng.uniform(0, gaps[account])).astype(np.int64))
        when = when[(when >= 0) & (when < days)]
        values[account, when] = sizes[account] * np.exp(rng.normal(0.0, 0.8, len(when)))
    for stop in stops:
        left = rng.random(days - stop.day) < stop.factor
        values[stop.series, stop.day :] *= left
    day_types = classify(first_day, days, (), (), ())
    return World(first_day, values, day_types, SPRING_FESTIVALS, tuple(stops))
