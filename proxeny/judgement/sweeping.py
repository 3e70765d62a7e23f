"""Looking over all consumption as of a morning: what is known of the days before it, and nothing later."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db import transaction

from proxeny.accounts.models import Account
from proxeny.analytics import swings as detector
from proxeny.analytics.swings.screening import screen
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.panel import SeriesKey
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.judgement import days
from proxeny.judgement.models import Sweep, Swing
from proxeny.judgement.watch import Watch, standing_on
from proxeny.usage import series, store

Report = Callable[[int, int], None]
DAYS_IN_MONTH = 365.25 / 12
RECENT_WEEKS = 4


@dataclass(slots=True)
class Seen:
    """What a sweep found, before it is kept: swings with their series, feeds that fell silent, who is too thin to judge."""

    on: date
    data_version: str
    series: int = 0
    swings: list[tuple[SeriesKey, detector.Swing]] = field(default_factory=list)
    silent: list[dict[str, Any]] = field(default_factory=list)
    too_little: set[str] = field(default_factory=set)


def compute(on: date, report: Report = lambda _done, _of: None) -> Seen:
    """Look over the series of all customers as they were known on the morning of `on`; nothing is kept yet."""
    facts, seen = store.facts(), Seen(on, known_version(on))
    references = list(Account.objects.order_by("reference").values_list("reference", flat=True))
    watch = standing_on(facts, references, on, report)
    if watch is None or not watch.keys:
        return seen
    found = _examined(facts, watch)
    seen.series = len(watch.keys)
    seen.swings = [(watch.keys[swing.series], swing) for swing in found.swings]
    seen.silent = _silent(watch, found)
    verdicts = found.verdicts.tolist()
    told = {
        key.account
        for key, verdict in zip(watch.keys, verdicts, strict=True)
        if verdict != detector.Verdict.TOO_LITTLE
    }
    seen.too_little = {key.account for key in watch.keys} - told
    return seen


def keep(seen: Seen) -> Sweep:
    """Make what was found the sweep of its day, in place of an earlier one."""
    numbers = dict(Account.objects.values_list("reference", "pk"))
    with transaction.atomic():
        Sweep.objects.filter(on=seen.on).delete()
        sweep = Sweep.objects.create(
            on=seen.on,
            data_version=seen.data_version,
            series=seen.series,
            too_little=sorted(numbers[one] for one in seen.too_little if one in numbers),
            silent=[
                {**one, "account": numbers[one["account"]]}
                for one in seen.silent
                if one["account"] in numbers
            ],
            finished_at=clock.machine_now(),
        )
        Swing.objects.bulk_create(
            (
                _row(sweep, key, swing, numbers[key.account])
                for key, swing in seen.swings
                if key.account in numbers
            ),
            batch_size=500,
        )
    return sweep


def standing(on: date) -> Sweep | None:
    """Return the sweep of `on` if it was made from what counts now, else None."""
    return Sweep.objects.filter(on=on, data_version=known_version(on)).first()


def known_version(on: date) -> str:
    """Return what changes whenever other facts count, a customer is added, or a day turns out to be another kind of day."""
    calendar = days.version(date(on.year - series.YEARS_LOOKED_BACK, 1, 1), on)
    return f"{store.version()}-{calendar[:12]}"


def _examined(facts: Facts, watch: Watch) -> detector.Detection:
    """Screen all series, and read the raw history of the suspects only."""
    state = watch.state
    _types, festivals = days.types(state.first_day, state.until)
    first = screen(state, festivals)
    keys = [watch.keys[place] for place in first.suspects.tolist()]
    places = {key: place for place, key in enumerate(keys)}
    values = np.full((len(keys), (state.until - state.first_day).days), np.nan)
    for panel in facts.panels(
        sorted({key.account for key in keys}), state.first_day, state.until - timedelta(days=1)
    ):
        for place, key in enumerate(panel.keys):
            if key in places:
                values[places[key]] = panel.values[place]
    lines = np.array([key.nature == "lines" for key in keys], dtype=bool)
    history = detector.Panel(state.first_day, values, lines)
    return detector.examine_chosen(state, first, history, spring_festivals=festivals)


def _silent(watch: Watch, found: detector.Detection) -> list[dict[str, Any]]:
    """Tell of each silent feed since when, and what it amounted to a month before."""
    silent = []
    for place in np.flatnonzero(found.verdicts == detector.Verdict.SILENT_FEED).tolist():
        key = watch.keys[place]
        recent = watch.state.recent[:, place]
        known = recent[np.isfinite(recent)][-7 * RECENT_WEEKS :]
        month = float(known.mean()) * DAYS_IN_MONTH if known.size else None
        silent.append(
            {
                "account": key.account,
                "meter": key.meter,
                "currency": key.currency,
                "since": str(found.silent_since[place]),
                "month_minor": Money.of(f"{month:.4f}", key.currency).minor
                if key.currency and month is not None
                else None,
            }
        )
    return silent


def _row(sweep: Sweep, key: SeriesKey, swing: detector.Swing, account_id: int) -> Swing:
    """Turn a swing of the series into a row, with what it amounts to a month where the series is money."""
    month = (swing.level_now - swing.level_before) * DAYS_IN_MONTH
    return Swing(
        sweep=sweep,
        account_id=account_id,
        meter=key.meter,
        measure="amount" if key.currency else "quantity",
        horizon=swing.horizon.value,
        since=swing.since,
        direction=swing.direction.value,
        change=swing.change,
        level_before=swing.level_before,
        level_now=swing.level_now,
        month_minor=Money.of(f"{month:.4f}", key.currency).minor if key.currency else None,
        currency=key.currency,
        compared_with={
            name: value for name, value in asdict(swing.compared_with).items() if value is not None
        },
        evidence=asdict(swing.evidence),
        certainty=swing.certainty,
    )
