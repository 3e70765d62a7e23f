"""Noting which rows a transaction changes, until a line tells of them.

What is noted lives as long as its transaction: what was changed without a line, or was rolled back, is told by no later one.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import SET_NULL, Model
from django.db.models.signals import post_save, pre_delete, pre_save  # noqa: TID251  (Django's: every row is to be heard of)

from proxeny.ledger.rows.declaring import Kept, declared, kept
from proxeny.ledger.rows.fingerprints import marker

AT_ONCE = 500
AGAIN = "*"
"""What stands for a column where a row is told of although nothing of it was written."""


class Noted:
    """The rows changed since the last line: how each was before, by table and number; empty where it was not there."""

    def __init__(self) -> None:
        self.rows: dict[Kept, dict[int, str]] = {}
        self.changed: dict[tuple[str, int], set[str]] = {}

    def close(self) -> None:
        """End with the transaction. What no line has told of by now stays untold."""


def current() -> Noted | None:
    """Return what this transaction has noted; None outside of one, and where nothing was noted yet."""
    for registered in reversed(connection.run_on_commit):
        owner = getattr(registered[1], "__self__", None)
        if isinstance(owner, Noted):
            return owner
    return None


def taken() -> Noted | None:
    """Return what was noted since the last line, and begin anew; None where nothing was."""
    noted = current()
    if noted is None or not noted.rows:
        return None
    if connection.savepoint_ids:
        # The line may be rolled back with its savepoint, and what was noted before that is still to be told then.
        connection.on_commit(Noted().close)
        return noted
    only = Noted()
    only.rows, only.changed, noted.rows, noted.changed = noted.rows, noted.changed, {}, {}
    return only


def note(one: Kept, before: Iterable[tuple[int, str]], changed: Iterable[str] = ()) -> None:
    """Note rows of a table, each with its fingerprint from before the change; outside of a transaction there is no line."""
    if not connection.in_atomic_block:
        return
    noted, names = current(), set(changed)
    if noted is None:
        noted = Noted()
        connection.on_commit(noted.close)
    rows = noted.rows.setdefault(one, {})
    for number, was in before:
        rows.setdefault(number, was)
        if names:
            noted.changed.setdefault((one.label, number), set()).update(names)


def wholes(one: Kept, numbers: Iterable[int]) -> list[tuple[int, str]]:
    """Return the rows with these numbers as they stand now, each with its fingerprint."""
    mark, label, found = marker(), one.label, []
    wanted = list(numbers)
    for start in range(0, len(wanted), AT_ONCE):
        for number, *values in rows(one, wanted[start : start + AT_ONCE]):
            found.append((number, mark.whole(label, number, values)))
    return found


def rows(one: Kept, numbers: Iterable[int]) -> Any:
    """Return the number and the values of rows, as the database holds them."""
    manager = one.model._base_manager  # noqa: SLF001  (Django's public name: without the filters of others)
    return manager.filter(pk__in=list(numbers)).order_by("pk").values_list("pk", *one.columns)


def listen() -> None:
    """Note whatever is saved and deleted of the tables that are on record, one row at a time."""
    for one in declared():
        said = f"noting {one.label}"
        pre_save.connect(_before_saving, sender=one.model, dispatch_uid=said)
        post_save.connect(_saved, sender=one.model, dispatch_uid=said)
        pre_delete.connect(_before_deleting, sender=one.model, dispatch_uid=said)


def before_writing(one: Kept, numbers: Iterable[int], names: Iterable[str] | None = None) -> None:
    """Note rows as they stand, before these of their columns are written, or they go; all columns where none are named."""
    written = one.columns if names is None else written_of(one, names)
    if written and connection.in_atomic_block:
        note(one, wholes(one, numbers), () if names is None else written)


def again(one: Kept, numbers: Iterable[int]) -> None:
    """Let the next line tell of these rows as they stand, also where nothing of them is changed."""
    if connection.in_atomic_block:
        note(one, wholes(one, numbers), [AGAIN])


def made(one: Kept, numbers: Iterable[int]) -> None:
    """Note rows that were not there before."""
    note(one, ((number, "") for number in numbers))


def written_of(one: Kept, names: Iterable[str]) -> list[str]:
    """Return the columns on record among these fields."""
    both = {name.removesuffix("_id") for name in names}
    return [column for column in one.columns if column.removesuffix("_id") in both]


def _before_saving(
    sender: type[Model], instance: Model, update_fields: frozenset[str] | None = None, **_rest: Any
) -> None:
    one = kept(sender)
    if one is not None and not instance._state.adding:  # noqa: SLF001  (Django's public name)
        before_writing(one, [instance.pk], update_fields)


def _saved(sender: type[Model], instance: Model, *, created: bool = False, **_rest: Any) -> None:
    one = kept(sender)
    if one is not None and created:
        made(one, [instance.pk])


def _before_deleting(sender: type[Model], instance: Model, **_rest: Any) -> None:
    one = kept(sender)
    if one is not None:
        before_writing(one, [instance.pk])
    let_go(sender, [instance.pk])


def let_go(model: type[Model], numbers: Iterable[int]) -> None:
    """Note the rows that point to rows that go, and are made to point nowhere: that is done past their model."""
    for other, name in _pointing(model):
        one = kept(other)
        if one is not None and connection.in_atomic_block:
            every = other._base_manager.filter(**{f"{name}__in": list(numbers)})  # noqa: SLF001
            before_writing(one, every.order_by().values_list("pk", flat=True), [name])


@cache
def _pointing(model: type[Model]) -> list[tuple[type[Model], str]]:
    every: Any = model._meta.related_objects  # noqa: SLF001  (Django's public name)
    return [(one.related_model, one.field.name) for one in every if one.on_delete is SET_NULL]
