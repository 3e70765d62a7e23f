"""Consumption as series of days, for whoever looks at one customer or at all."""

from dataclasses import dataclass
from datetime import date

from proxeny.analytics.usage.facts import Facts
from proxeny.usage import store

YEARS_LOOKED_BACK = 3


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


def first_day(facts: Facts, on: date) -> date | None:
    """Return the day from which series are looked at on the morning of `on`: the first fact's, or three years back.

    Three years back means New Year's Day, so that the day stays the same for a year. None when nothing is known before `on`.
    """
    covered = span(facts)
    if covered is None or covered.first >= on:
        return None
    return max(covered.first, date(on.year - YEARS_LOOKED_BACK, 1, 1))
