"""Rows written with SQL that is phrased once for each model: as `save` writes them, for a fifth of what it takes to phrase it.

`full_clean` is not called, as `save` does not either; of the signals that `save` sends, those are sent that the record hears:
before a row is written over, and after one was made.
Whatever is not plain (a table of several, a column that the database fills) goes the ordinary way.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DatabaseError, connections, router, transaction
from django.db.models import Field, Model
from django.db.models.signals import post_save, pre_save  # noqa: TID251  (Django's, as `save` sends them)
from django.db.models.sql import InsertQuery

M = TypeVar("M", bound=Model)


def insert(row: M) -> M:
    """Insert a row that is not in the database yet, and give it its number. Raises what `save(force_insert=True)` raises."""
    using = router.db_for_write(type(row), instance=row)
    connection = connections[using]
    phrased = _inserting(type(row), using) if row.pk is None else None
    if phrased is None:
        row.save(force_insert=True)
        return row
    sql, fields = phrased
    with transaction.mark_for_rollback_on_error(using), connection.cursor() as cursor:
        cursor.execute(sql, [_said(field, row, connection, add=True) for field in fields])
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, using  # noqa: SLF001
    post_save.send(type(row), instance=row, created=True, raw=False, using=using, update_fields=None)
    return row


def update(row: Model, names: Sequence[str]) -> None:
    """Write these columns of a row. Raises DatabaseError where it is no longer there, as `save(update_fields=…)` does."""
    using = router.db_for_write(type(row), instance=row)
    connection = connections[using]
    pre_save.send(type(row), instance=row, raw=False, using=using, update_fields=frozenset(names))
    sql, fields = _updating(type(row), using, tuple(names))
    said = [_said(field, row, connection, add=False) for field in fields]
    with transaction.mark_for_rollback_on_error(using), connection.cursor() as cursor:
        cursor.execute(sql, [*said, row.pk])
        if not cursor.rowcount:
            raise DatabaseError(f"{type(row).__name__} {row.pk} is no longer there")


def _said(field: Field[Any, Any], row: Model, connection: Any, *, add: bool) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add), connection=connection)


@cache
def _inserting(model: type[Model], using: str) -> tuple[str, list[Field[Any, Any]]] | None:
    """The SQL as the ORM phrases it, with the fields whose values it wants; None for what is not plain."""
    meta, connection = _meta(model), connections[using]
    if meta.parents or not connection.features.can_return_columns_from_insert:
        return None
    if [one for one in meta.db_returning_fields if one is not meta.pk] or meta.auto_field is None:
        return None
    fields = [one for one in meta.local_concrete_fields if one is not meta.pk]
    query = InsertQuery(model)
    query.insert_values(fields, [model()])
    compiler: Any = query.get_compiler(using=using)
    compiler.returning_fields = [meta.pk]
    ((sql, said),) = compiler.as_sql()
    return (sql, fields) if len(said) == len(fields) else None


@cache
def _updating(model: type[Model], using: str, names: tuple[str, ...]) -> tuple[str, list[Field[Any, Any]]]:
    quoted, meta = connections[using].ops.quote_name, _meta(model)
    fields: list[Any] = [meta.get_field(name) for name in names]
    columns = ", ".join(f"{quoted(field.column)} = %s" for field in fields)
    return f"UPDATE {quoted(meta.db_table)} SET {columns} WHERE {quoted(meta.pk.column)} = %s", fields  # noqa: S608  (names of our own columns)


def _meta(model: type[Model]) -> Any:
    return model._meta  # noqa: SLF001  (Django's own way to ask a model for its table)
