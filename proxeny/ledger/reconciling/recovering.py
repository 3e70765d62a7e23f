"""Finding out what a column held when its line was written: by trying what it can have been against its fingerprint."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, Field, ForeignKey, IntegerField
from django.utils.dateparse import parse_datetime

from proxeny.ledger.models import Payload
from proxeny.ledger.reconciling.folding import Image
from proxeny.ledger.rows.carrying import ROWS
from proxeny.ledger.rows.fingerprints import TAG, Marker

DAYS, MOST_ROWS, MOST_LINES = 3700, 5000, 20


def recovered(
    mark: Marker, label: str, row: int, field: Field[Any, Any], image: Image, lines: Sequence[int], now: Any
) -> list[Any]:
    """Return the value that the column had as `image` was told, in a list; an empty one where it cannot be found.

    `lines` are those that tell of the row: what they say in words is tried, and what is near to the value that is there `now`.
    """
    place = image.columns.index(field.attname) * TAG
    told = image.tags[place : place + TAG]
    said = list(_said(lines))
    every = (None, "", *_of_kind(field, now), *_as(field, said))
    return [one for one in every if mark.tag(label, row, field.attname, one) == told][:1]


def _of_kind(field: Field[Any, Any], now: Any) -> Iterator[Any]:
    if isinstance(field, ForeignKey):
        rows = field.related_model._base_manager.order_by("pk")  # noqa: SLF001  (Django's public name)
        yield from rows.values_list("pk", flat=True)[:MOST_ROWS]
    elif field.choices:
        yield from (value for value, _label in field.flatchoices)
    elif isinstance(field, BooleanField):
        yield from (True, False)
    elif isinstance(field, DateField) and not isinstance(field, DateTimeField) and isinstance(now, date):
        yield from (now + timedelta(days=days) for days in range(-DAYS, DAYS))


def _as(field: Field[Any, Any], said: Iterable[Any]) -> Iterator[Any]:
    for one in said:
        yield one
        if isinstance(field, DateTimeField):
            yield _moment(one)
        elif isinstance(field, IntegerField):
            yield from _numbers(one)


def _moment(one: Any) -> datetime | None:
    try:
        return parse_datetime(one) if isinstance(one, str) else None
    except ValueError:
        return None


def _numbers(one: Any) -> Iterator[int]:
    """What an amount or a reference may be as a whole number: `12.50` also as 1250, `staff:3` as 3."""
    text = str(one).rpartition(":")[2]
    try:
        number = Decimal(text)
    except InvalidOperation:
        return
    if number.is_finite() and abs(number) < 10**15:
        yield int(number)
        yield int(number * 100)


def _said(lines: Sequence[int]) -> Iterator[Any]:
    """Yield every word and number of the texts of these lines."""
    for content in Payload.objects.filter(pk__in=lines[-MOST_LINES:]).values_list("content", flat=True):
        whole = json.loads(content)
        whole.pop(ROWS, None)
        yield from _leaves(whole)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        yield value
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value
