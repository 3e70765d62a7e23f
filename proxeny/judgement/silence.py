"""Feeds that fell silent: a customer's meter says nothing any more while others still do. Silence is not zero, and not good."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from proxeny.core.findings import Cause, Evidence, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.models import Sweep
from proxeny.usage import store

STILL_NEWS = timedelta(days=90)
FEED_LIVES = timedelta(days=3)
PATTERN = N_(
    "%(meter)s: no record since %(since)s, while other customers’ records came in. Did they stop using it, or did the meter?"
)


def silent_feeds(on: date) -> Iterator[Finding]:
    """Yield one finding for each feed that fell silent within the last quarter, where the meter lives for others."""
    sweep = Sweep.objects.filter(on=on).first()
    if sweep is None or not sweep.silent:
        return
    alive = {name for name, meter in store.facts().meters.items() if on - meter.last_day <= FEED_LIVES}
    for one in sweep.silent:
        since = date.fromisoformat(one["since"])
        if one["meter"] in alive and on - since <= STILL_NEWS:
            yield _finding(one, since)


def _finding(one: dict[str, Any], since: date) -> Finding:
    month = None if one["month_minor"] is None else Money(one["month_minor"], one["currency"])
    evidence = []
    if month is not None:
        values = {"amount": {"type": "money", "amount": month.minor, "currency": month.currency}}
        evidence.append(
            Evidence(Sentence(N_("Before that it was about %(amount)s a month"), values), "usage:", "neither")
        )
    return Finding(
        kind="silence",
        account_id=one["account"],
        cause=Cause(f"silence/{one['meter']}/{one['currency']}", since),
        sentence=Sentence(PATTERN, {"meter": one["meter"], "since": {"type": "date", "date": one["since"]}}),
        evidence=tuple(evidence),
        stake=None if month is None else Money(abs(month.minor) * 12, month.currency),
        doubt=0.6,
    )
