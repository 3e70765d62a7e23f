"""Looking over all consumption as of a morning: what is known of the days before it, and nothing later."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

import numpy as np
from django.db import transaction

from proxeny.accounts.models import Account
from proxeny.analytics import swings as detector
from proxeny.analytics.daytypes import classify
from proxeny.analytics.usage.panel import Panel, SeriesKey
from proxeny.core import clock
from proxeny.core.calendar import work_calendar
from proxeny.core.money import Money
from proxeny.judgement.models import Sweep, Swing
from proxeny.usage import series, store

Report = Callable[[int, int], None]
DAYS_IN_MONTH = 365.25 / 12


@dataclass(slots=True)
class Seen:
    """What a sweep found, before it is kept: each swing with the series it is of, and the customers one can say nothing of."""

    on: date
    data_version: str
    series: int = 0
    swings: list[tuple[SeriesKey, detector.Swing]] = field(default_factory=list)
    too_little: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    enough: set[str] = field(default_factory=set)


def compute(on: date, report: Report = lambda _done, _of: None) -> Seen:
    """Look over the series of all customers as they were known on the morning of `on`; nothing is kept yet."""
    facts = store.facts()
    seen = Seen(on, store.version())
    accounts = Account.objects.count()
    for number, panel in enumerate(series.blocks(facts, on)):
        _look(seen, panel)
        report(min((number + 1) * series.BLOCK, accounts), accounts)
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
            too_little=sorted(numbers[one] for one in seen.too_little - seen.enough if one in numbers),
            silent=sorted(numbers[one] for one in seen.silent if one in numbers),
            finished_at=clock.machine_now(),
        )
        Swing.objects.bulk_create(
            (_row(sweep, key, swing, numbers[key.account]) for key, swing in seen.swings if key.account in numbers),
            batch_size=500,
        )
    return sweep


def standing(on: date) -> Sweep | None:
    """Return the sweep of `on` if it was made from what counts now, else None."""
    return Sweep.objects.filter(on=on, data_version=store.version()).first()


def _look(seen: Seen, panel: Panel) -> None:
    if not panel.keys:
        return
    lines = np.array([key.nature == "lines" for key in panel.keys])
    last = panel.first + timedelta(days=panel.values.shape[1] - 1)
    types, festivals = day_types(panel.first, last)
    found = detector.detect(
        detector.Panel(panel.first, panel.values, lines), types, seen.on, spring_festivals=festivals
    )
    seen.series += len(panel.keys)
    seen.swings += [(panel.keys[swing.series], swing) for swing in found.swings]
    for key, verdict in zip(panel.keys, found.verdicts.tolist(), strict=True):
        match verdict:
            case detector.Verdict.TOO_LITTLE:
                seen.too_little.add(key.account)
            case detector.Verdict.SILENT_FEED:
                seen.silent.add(key.account)
            case _:
                seen.enough.add(key.account)


def day_types(first: date, last: date) -> tuple[np.ndarray[tuple[int], np.dtype[np.int8]], Sequence[date]]:
    """Return the type of each day of the span by the kept calendar, and the Spring Festivals around it."""
    calendar = work_calendar()
    early, late = first - timedelta(days=60), last + timedelta(days=60)
    festivals = calendar.festivals(early, late)
    types = classify(
        first, (last - first).days + 1, calendar.holiday_set(first, last), calendar.make_up_set(first, last), set(festivals)
    )
    return types, festivals


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
        compared_with={name: value for name, value in asdict(swing.compared_with).items() if value is not None},
        evidence=asdict(swing.evidence),
        certainty=swing.certainty,
    )
