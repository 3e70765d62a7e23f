"""What comes of the rows of a phrased query: the objects or tuples that its queryset would have made of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, cast

from django.db.models import QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)

R = TypeVar("R")
Rows = Callable[[Iterable[Sequence[Any]], Any], list[R]]
"""From rows as the database gives them, and the connection they came by, to what the queryset gives."""

_BESIDE = "_prefetch_related_lookups"


def rows_of(queryset: QuerySet[Any, R], compiler: Any) -> Rows[R]:
    """Return what makes the queryset's results; `compiler` has phrased its SQL. Raises ValueError for a sort unknown here."""
    if getattr(queryset, _BESIDE):
        raise ValueError("a phrased query has no prefetch_related")
    sorts: dict[Any, Callable[[QuerySet[Any, R], Any], Callable[[Sequence[Any]], Any]]] = {
        ModelIterable: _as_objects,
        ValuesListIterable: lambda _queryset, _compiler: tuple,
        FlatValuesListIterable: lambda _queryset, _compiler: lambda row: row[0],
    }
    sort = sorts.get(queryset._iterable_class)  # noqa: SLF001
    if sort is None:
        raise ValueError("a phrased query gives objects, tuples or single values")
    return cast("Rows[R]", _reader(sort(queryset, compiler), _converting(compiler), compiler.col_count))


def _reader(
    make: Callable[[Sequence[Any]], Any], converting: Sequence[tuple[int, list[Any], Any]], width: int
) -> Callable[[Iterable[Sequence[Any]], Any], list[Any]]:
    def read(rows: Iterable[Sequence[Any]], connection: Any) -> list[Any]:
        found = []
        for one in rows:
            row = list(one[:width])
            for place, converters, expression in converting:
                value = row[place]
                for converter in converters:
                    value = converter(value, expression, connection)
                row[place] = value
            found.append(make(row))
        return found

    return read


def _converting(compiler: Any) -> list[tuple[int, list[Any], Any]]:
    expressions = [expression for expression, *_said in compiler.select[: compiler.col_count]]
    return [(place, *one) for place, one in compiler.get_converters(expressions).items()]


def _as_objects(queryset: QuerySet[Any, Any], compiler: Any) -> Callable[[Sequence[Any]], Any]:
    """As the ORM's own `ModelIterable`, with all that is the same for each row found out beforehand."""
    using, select, shape = queryset.db, compiler.select, compiler.klass_info
    model, places = shape["model"], shape["select_fields"]
    first, end = places[0], places[-1] + 1
    names = frozenset(field[0].target.attname for field in select[first:end])
    related = get_related_populators(shape, select, using)  # type: ignore[call-arg]
    _look_up_quickly(related)
    annotated = list((compiler.annotation_col_map or {}).items())

    def make(row: Sequence[Any]) -> Any:
        found = model.from_db(using, names, row[first:end])
        for populator in related:
            populator.populate(row, found)
        for name, place in annotated:
            setattr(found, name, row[place])
        return found

    return make


def _look_up_quickly(populators: Iterable[Any]) -> None:
    """Where some columns are left out, each name is looked up for each row: in a list of thirty that took longest of all."""
    for one in populators:
        one.init_list = frozenset(one.init_list)
        _look_up_quickly(one.related_populators)
