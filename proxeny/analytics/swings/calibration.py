"""How often detection cries wolf, and how often it sees the wolf: measured where the truth is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from proxeny.analytics.swings.detection import examine
from proxeny.analytics.swings.panel import Direction, Panel, Swing
from proxeny.analytics.swings.state import advance, build
from proxeny.analytics.worlds import World

ONE_ALARM_DAYS = 56


@dataclass(frozen=True)
class Power:
    """Share of planted falls reported within the time allowed, and the median days until then (NaN if
    none).
    """

    share: float
    median_days: float


def mornings(world: World, *, first: int, every: int) -> Iterator[tuple[int, list[Swing]]]:
    """Run detection on day number `first` and every so many days after it, as a sweep would."""
    panel = Panel(world.first_day, world.values, np.ones(len(world.values), dtype=np.bool_))
    state = build(panel, world.day_types, world.first_day + timedelta(days=first))
    days = world.values.shape[1]
    for day in range(first, days + 1, every):
        yield day, examine(state, panel, spring_festivals=world.spring_festivals).swings
        if day + every <= days:
            new = slice(day, day + every)
            state = advance(state, world.values[:, new].T, world.day_types[new])


def false_alarms(world: World, *, first: int, every: int) -> float:
    """Alarms per account-year in a world where nothing was planted, all horizons together.

    Alarms of one series within eight weeks count as one.
    """
    last: dict[int, int] = {}
    alarms = 0
    for day, swings in mornings(world, first=first, every=every):
        for swing in swings:
            if day - last.get(swing.series, -ONE_ALARM_DAYS) >= ONE_ALARM_DAYS:
                last[swing.series] = day
                alarms += 1
    years = int(world.values.shape[0]) * (int(world.values.shape[1]) - first) / 365
    return alarms / years


def power(world: World, *, first: int, every: int, within_days: int = 42) -> Power:
    """How many of the planted falls are reported as such within so many days."""
    planted = {step.series: step.day for step in world.steps if step.factor < 1}
    delays: dict[int, int] = {}
    for day, swings in mornings(world, first=first, every=every):
        for swing in swings:
            delay = day - planted.get(swing.series, day)
            if 0 < delay <= within_days and swing.direction is Direction.DOWN:
                delays.setdefault(swing.series, delay)
    median = float(np.median(list(delays.values()))) if delays else float("nan")
    return Power(len(delays) / max(1, len(planted)), median)
