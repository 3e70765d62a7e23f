"""Settling how a file writes days and numbers, and parsing in Python what the engine's casts refuse."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import duckdb

from proxeny.analytics.usage.reading.casting import NUMBERS, Casting
from proxeny.analytics.usage.reading.days import day_first_shown, parse_day
from proxeny.analytics.usage.reading.numbers import Number, mark_shown, parse_number
from proxeny.analytics.usage.reading.reasons import Reason
from proxeny.tabular.numbers import DecimalMark

_BATCH = 50_000

Run = Callable[[str], None]


@dataclass
class Styles:
    """How doubtful cells are read: by a person's word, by the format, or by what the columns show."""

    day_first: bool | None = None
    decimal_mark: DecimalMark | None = None
    marks: dict[str, DecimalMark | None] = field(default_factory=dict)

    def mark_of(self, name: str) -> DecimalMark | None:
        """The decimal mark of one number field."""
        return self.decimal_mark or self.marks.get(name)


@dataclass(frozen=True)
class Column:
    """What the first look at a column counted."""

    refused: int
    doubtful: int
    shows_dot: int
    wide: int


def settle(con: duckdb.DuckDBPyConnection, casting: Casting, styles: Styles, run: Run) -> int:
    """Look at every cell once, settle `styles` and make the tables of slow cells; returns how many rows there
    are.
    """
    rows, columns = _first_look(con, casting, run)
    for name, column in columns.items():
        if column.doubtful and _may_mislead(column, styles.decimal_mark):
            casting.careful.add(name)
        if column.refused or name in casting.careful:
            run(
                f"CREATE TABLE text_{name} AS SELECT DISTINCT raw_{name} AS text FROM {casting.raw()} "
                f"WHERE raw_{name} IS NOT NULL AND {casting.fast(name)} IS NULL"
            )
            casting.slow.add(name)
    casting.wide = any(columns[name].wide or name in casting.slow for name in columns if name != "day")
    _settle_marks(con, casting, styles, columns)
    if styles.day_first is None and "day" in casting.slow:
        styles.day_first = day_first_shown(_texts(con, "day"))
    for name in sorted(casting.slow):
        _parse(con, name, styles)
    return rows


def _first_look(con: duckdb.DuckDBPyConnection, casting: Casting, run: Run) -> tuple[int, dict[str, Column]]:
    counts = ["count(*)"]
    names = [name for name in ("day", *NUMBERS) if name in casting.layout.positions]
    for name in names:
        number = name != "day"
        counts += [
            f"count(*) FILTER (raw_{name} IS NOT NULL AND {casting.fast(name)} IS NULL)",
            f"count(*) FILTER (doubtful(raw_{name}))" if number else "0",
            f"count(*) FILTER (shows_dot(raw_{name}) AND {casting.fast(name)} IS NOT NULL)"
            if number
            else "0",
            f"count(*) FILTER (is_wide(raw_{name}))" if number else "0",
        ]
    run(f"CREATE TABLE first_look AS SELECT {', '.join(counts)} FROM {casting.raw()}")
    row = con.execute("FROM first_look").fetchone() or ()
    return int(row[0]), {name: Column(*map(int, row[4 * i + 1 : 4 * i + 5])) for i, name in enumerate(names)}


def _may_mislead(column: Column, mark: Literal[".", ","] | None) -> bool:
    return mark == "," or (mark is None and (column.shows_dot == 0 or column.refused > 0))


def _settle_marks(
    con: duckdb.DuckDBPyConnection, casting: Casting, styles: Styles, columns: dict[str, Column]
) -> None:
    shown: dict[str, set[DecimalMark]] = {}
    for name, column in columns.items():
        if name == "day":
            continue
        shown[name] = {"."} if column.shows_dot else set()
        if name in casting.slow:
            shown[name] |= mark_shown(_texts(con, name))
    everywhere = set().union(*shown.values())
    for name, marks in shown.items():
        # A column that shows nothing follows the file; one that contradicts itself is settled by nothing.
        styles.marks[name] = _only(marks or everywhere)


def _only(marks: set[DecimalMark]) -> DecimalMark | None:
    return next(iter(marks)) if len(marks) == 1 else None


def _texts(con: duckdb.DuckDBPyConnection, name: str) -> Iterator[str]:
    for batch in _batches(con, name):
        yield from batch


def _batches(con: duckdb.DuckDBPyConnection, name: str) -> Iterator[list[str]]:
    with con.cursor() as cursor:
        found = cursor.execute(f"SELECT text FROM text_{name}")
        while batch := found.fetchmany(_BATCH):
            yield [text for (text,) in batch]


def _parse(con: duckdb.DuckDBPyConnection, name: str, styles: Styles) -> None:
    kind = "DATE" if name == "day" else "DECIMAL(38,12)"
    con.execute(f"CREATE TABLE slow_{name} (text VARCHAR, value {kind}, rounded BOOLEAN)")
    for texts in _batches(con, name):
        cells = [read_cell(name, text, styles) for text in texts]
        values = [None if isinstance(cell, Reason) else str(getattr(cell, "value", cell)) for cell in cells]
        rounded = [isinstance(cell, Number) and cell.rounded for cell in cells]
        con.execute(
            f"INSERT INTO slow_{name} SELECT unnest($1), unnest($2)::{kind}, unnest($3)",
            [texts, values, rounded],
        )


def read_cell(name: str, text: str, styles: Styles) -> date | Number | Reason:
    """One cell of a field, in the settled style."""
    if name == "day":
        return parse_day(text, styles.day_first)
    return parse_number(text, styles.mark_of(name))
