"""What a whole column says about how its cells are to be read.

One pass over the rows, in constant memory: a single cell that can be read in one way only settles the others;
two that contradict each other settle nothing, and the ambiguous ones are then refused.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from proxeny.intake.tabular.currencies import without_currency
from proxeny.intake.tabular.dates import order_shown
from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.numbers import mark_shown
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Cell, Row

_DAYS = frozenset({Kind.DATE, Kind.DATETIME})
_NUMBERS = frozenset({Kind.MONEY, Kind.DECIMAL, Kind.INTEGER})


def settle(
    rows: Iterable[Row], columns: Mapping[str, str], fields: Iterable[Field], reading: Reading
) -> dict[str, Reading]:
    """Return the reading for each field of `columns` (field to column): `reading`, completed by what its
    column shows.
    """
    kinds = {field.name: field.kind for field in fields if field.name in columns}
    shows: dict[str, Callable[[Cell], Any]] = {}
    for name, kind in kinds.items():
        if kind in _DAYS and reading.day_first is None:
            shows[name] = order_shown
        elif kind in _NUMBERS and reading.decimal_mark is None:
            shows[name] = _mark_of_amount
    seen = _evidence(rows, columns, shows) if shows else {}
    return {name: _completed(reading, kind, seen.get(name, set())) for name, kind in kinds.items()}


def _evidence(
    rows: Iterable[Row], columns: Mapping[str, str], shows: Mapping[str, Callable[[Cell], Any]]
) -> dict[str, set[Any]]:
    seen: dict[str, set[Any]] = {name: set() for name in shows}
    watched = [(seen[name], columns[name], show) for name, show in shows.items()]
    for row in rows:
        for found, column, show in watched:
            cell = row.values.get(column)
            if isinstance(cell, str):
                found.add(show(cell))
    return {name: found - {None} for name, found in seen.items()}


def _completed(reading: Reading, kind: Kind, seen: set[Any]) -> Reading:
    if len(seen) != 1:
        return reading
    shown = next(iter(seen))
    return replace(reading, day_first=shown) if kind in _DAYS else replace(reading, decimal_mark=shown)


def _mark_of_amount(cell: Cell) -> str | None:
    return mark_shown(without_currency(cell)[0]) if isinstance(cell, str) else None
