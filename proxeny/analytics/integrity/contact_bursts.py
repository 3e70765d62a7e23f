"""Contacts that come in the last 90 days before a renewal, after a year of silence.

Of all contacts in those fifteen months, the number in the last 90 days is binomial if the rate never changed; its exact
interval is that of the rate ratio (Przyborowski and Wilenski, Biometrika 31 (1940) 313). A renewal brings some contact by
itself, so only a rate that surely more than doubled, after a year with next to none, is a question. Days with contact are
counted, not contacts: one thread of mails is one day's work.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from proxeny.analytics.integrity.answers import Answer, answer, exact_interval, surely_above

BEFORE_DAYS = 90
YEAR_DAYS = 365
SILENT = 4
"""Days with contact in a year that still count as silence: once a quarter."""
MORE_THAN = 2.0
LEAST = 5


@dataclass(frozen=True, slots=True)
class ContactBurst:
    """Days with contact in the last 90 days before the renewal (`before`) and in the year up to then (`year`).

    `ratio` of the daily rates with its 95 % interval, None where it is beyond all bounds; `sure` that it is above 2.
    """

    answer: Answer
    before: int
    year: int
    ratio: float | None
    low: float
    high: float | None
    sure: float


def contact_burst(days_before: Iterable[int]) -> ContactBurst:
    """Look at contacts by how many days before the renewal they were, 1 being the day before; others are left out."""
    days = {day for day in days_before if 0 < day <= BEFORE_DAYS + YEAR_DAYS}
    before = sum(day <= BEFORE_DAYS for day in days)
    year, whole = len(days) - before, len(days)
    low, high = exact_interval(before, whole) if whole else (0.0, 1.0)
    sure = surely_above(before, whole, _share(MORE_THAN))
    found = answer(sure, enough=whole >= LEAST)
    return ContactBurst(
        answer=Answer.USUAL if found is Answer.DOUBTFUL and year > SILENT else found,
        before=before,
        year=year,
        ratio=before / BEFORE_DAYS * YEAR_DAYS / year if year else None,
        low=_ratio(low) or 0.0,
        high=_ratio(high),
        sure=sure,
    )


def _share(ratio: float) -> float:
    """Return the share of all contacts in the last 90 days that belongs to a ratio of the rates."""
    return BEFORE_DAYS * ratio / (BEFORE_DAYS * ratio + YEAR_DAYS)


def _ratio(share: float) -> float | None:
    return share / (1 - share) * YEAR_DAYS / BEFORE_DAYS if share < 1 else None
