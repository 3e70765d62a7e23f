"""How the values inside sentences are written: money, dates, shares, numbers, lengths in days."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.utils import timezone

from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.core.sentences import formats
from proxeny.core.words import amounts, days, lists
from proxeny.core.words.language import Language


@formats("money")
def money(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "money", "amount": 12400000, "currency": "CNY"}`; the amount is in minor units."""
    return amounts.compact(Money(int(value["amount"]), value["currency"]), _known(language))


@formats("date")
def on_day(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "date", "date": "2026-11-03"}`."""
    return days.day(date.fromisoformat(value["date"]), _known(language), today=clock.today(), weekday=False)


@formats("share")
def share(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "share", "value": 0.38}`."""
    return amounts.share(value["value"], _known(language))


@formats("number")
def number(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "number", "value": 1234.5, "unit": "GB"}`; the unit may be missing."""
    return lists.measured(value["value"], value.get("unit", ""), _known(language))


@formats("days")
def length(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "days", "value": 120}`."""
    return days.days_long(int(value["value"]), _known(language))


@formats("moment")
def moment(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "moment", "at": "2026-11-22T10:00:00+00:00"}` as a day and a time of day."""
    at = timezone.localtime(datetime.fromisoformat(value["at"]))
    return days.moment(at, _known(language), today=clock.today())


@formats("duration")
def duration(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "duration", "seconds": 9000}`."""
    return days.duration(timedelta(seconds=int(value["seconds"])), _known(language))


def _known(language: str) -> Language:
    return cast("Language", language)
