"""Writing a hundred thousand new rows: with one statement for each model, where nobody needs their numbers afterwards."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Field, JSONField, Model


def insert_all(rows: Iterable[Model]) -> None:
    """Write new rows of several kinds. Their numbers stay unknown; what they refer to must be saved already.

    `bulk_create` asks every field of every row what to do, and for many times as many rows as there are cases that is most
    of an import.
    """
    found: dict[type[Model], list[Model]] = {}
    for row in rows:
        found.setdefault(type(row), []).append(row)
    for model, several in found.items():
        _insert(model, several)


def _insert(model: type[Model], rows: list[Model]) -> None:
    fields = [one for one in model._meta.concrete_fields if not one.primary_key]  # noqa: SLF001  (Django's public name)
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(one.column)) for one in fields)
    places = ", ".join(["%s"] * len(fields))
    prepared = [(one.attname, _preparing(one)) for one in fields]
    values = [[prepare(getattr(row, name)) for name, prepare in prepared] for row in rows]
    with connection.cursor() as cursor:
        statement = f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608, SLF001
        cursor.executemany(statement, values)


def _preparing(field: Field[Any, Any]) -> Callable[[Any], Any]:
    if isinstance(field, DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, JSONField):
        return lambda value: None if value is None else field.get_db_prep_save(value, connection)
    return lambda value: value.value if isinstance(value, Enum) else value
