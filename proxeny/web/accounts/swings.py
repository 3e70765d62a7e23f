"""Swings as the last sweep saw them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet, Subquery

from proxeny.core import words
from proxeny.core.money import Money
from proxeny.judgement.models import Sweep, Swing

SIGNS = {"up": "▲", "down": "▼"}


def of_last_sweep(on: date) -> QuerySet[Swing]:
    """Return the swings of the last sweep up to the day."""
    last = Sweep.objects.filter(on__lte=on).order_by("-on").values("pk")[:1]
    return Swing.objects.filter(sweep=Subquery(last))


def current(account_ids: Iterable[int], on: date) -> dict[int, list[Swing]]:
    """Return the swings of each of these customers that has any, the largest first."""
    found: dict[int, list[Swing]] = defaultdict(list)
    for swing in of_last_sweep(on).filter(account_id__in=list(account_ids)):
        found[swing.account_id].append(swing)
    return {number: sorted(swings, key=_size, reverse=True) for number, swings in found.items()}


def label(swing: Swing, language: words.Language) -> str:
    """Return it in a few words: −38 %, ¥6.6 万 a month."""
    share = words.share(swing.change, language, signed=True)
    if swing.per_month is None:
        return share
    a_month = words.compact(Money(abs(swing.per_month.minor), swing.currency), language)
    return f"{share}，{a_month}/月" if language == "zh" else f"{share}, {a_month} a month"


def sign(swing: Swing) -> str:
    """Return the shape of its direction."""
    return SIGNS[swing.direction]


def _size(swing: Swing) -> tuple[int, float]:
    return abs(swing.month_minor or 0), abs(swing.change)
