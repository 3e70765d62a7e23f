"""Consumption as series of days, for whoever looks at one customer or at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from proxeny.accounts.models import Account
from proxeny.analytics.usage.facts import BLOCK, Facts
from proxeny.analytics.usage.panel import Panel
from proxeny.usage import store

LOOKED_BACK = timedelta(days=1096)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that any fact tells of."""

    first: date
    last: date


def span(facts: Facts) -> Span | None:
    """Return the days that facts tell of, or None when there are none."""
    parts = facts.snapshot.parts
    if not parts:
        return None
    return Span(min(part.first_day for part in parts), max(part.last_day for part in parts))


def has_any() -> bool:
    """Tell whether any consumption was imported that counts."""
    return bool(store.snapshot().parts)


def blocks(facts: Facts, on: date) -> Iterator[Panel]:
    """Yield the series of all customers, some at a time, from three years before `on` to the day before it."""
    covered = span(facts)
    if covered is None or covered.first >= on:
        return
    references = list(Account.objects.order_by("reference").values_list("reference", flat=True))
    first = max(covered.first, on - LOOKED_BACK)
    yield from facts.panels(references, first, on - timedelta(days=1), block=BLOCK)
