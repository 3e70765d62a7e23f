"""Noting what is written to many rows at once: tables on record get a manager whose querysets note before they write."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Manager, Model, QuerySet

from proxeny.ledger.rows import noting
from proxeny.ledger.rows.declaring import Kept, declared, kept


class RecordedQuerySet(QuerySet[Any]):
    """Writes as any queryset does, and notes the rows that it writes."""

    def update(self, **values: Any) -> int:
        """Note the rows before they are changed."""
        one = kept(self.model)
        if one is not None and connection.in_atomic_block and noting.written_of(one, values):
            noting.before_writing(one, self._numbers(), values)
        return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Note rows that are made; of those that are overwritten, how they were."""
        one, rows = kept(self.model), list(objs)
        if one is not None:
            noting.before_writing(one, [row.pk for row in rows if row.pk is not None])
        made = super().bulk_create(rows, *args, **options)
        if one is not None:
            noting.made(one, [row.pk for row in made if row.pk is not None])
        return made

    def delete(self) -> tuple[int, dict[str, int]]:
        """Note the rows before they go."""
        self._note_going()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def _raw_delete(self, using: str | None) -> int:
        self._note_going()
        return super()._raw_delete(using)

    _raw_delete.alters_data = True  # type: ignore[attr-defined]

    def _note_going(self) -> None:
        one = kept(self.model)
        if one is not None and connection.in_atomic_block:
            noting.before_writing(one, self._numbers())

    def _numbers(self) -> list[int]:
        return list(self.order_by().values_list("pk", flat=True))


def listen() -> None:
    """Give the tables on record the manager that notes; those of their relations follow it."""
    for one in declared():
        meta: Any = one.model._meta  # noqa: SLF001  (Django's public name)
        for manager in meta.local_managers or [meta.default_manager]:
            _turn(one, manager)
        meta._expire_cache()  # noqa: SLF001  (what was derived of the managers before)


def _turn(one: Kept, manager: Manager[Model]) -> None:
    if not issubclass(manager._queryset_class, RecordedQuerySet):  # type: ignore[attr-defined]  # noqa: SLF001
        manager.__class__ = _recorded(type(manager))
    if manager.model is not one.model:
        raise TypeError(f"the manager of {one.label} is another table's")


def _recorded(base: type[Manager[Model]]) -> type[Manager[Model]]:
    """Return the manager as it was, with querysets that note."""
    before = base._queryset_class  # type: ignore[attr-defined]  # noqa: SLF001
    querysets = RecordedQuerySet if before is QuerySet else type("Recorded", (RecordedQuerySet, before), {})
    # It goes by the name of the manager that it stands for: the checker of types looks managers up by their names.
    named = {"__module__": base.__module__, "__qualname__": base.__qualname__}
    return type(base.__name__, (base,), {"_queryset_class": querysets, **named})
