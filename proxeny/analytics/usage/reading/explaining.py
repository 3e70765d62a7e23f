"""Why each bad row is bad. Runs only where there are any, and reads the file once more for them."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb

from proxeny.analytics.usage.reading.casting import NUMBERS, TEXT_LIMIT, TEXTS, Casting
from proxeny.analytics.usage.reading.faults import Faults
from proxeny.analytics.usage.reading.numbers import Number
from proxeny.analytics.usage.reading.reasons import Reason, reason
from proxeny.analytics.usage.reading.settling import Styles, read_cell
from proxeny.analytics.usage.reading.table import ROW_LIMIT, Table, torn_rows
from proxeny.tabular.delimiters import rows_of

_BATCH = 5_000

Wrong = tuple[str, str, Reason]


def explain_bad_rows(
    con: duckdb.DuckDBPyConnection, casting: Casting, styles: Styles, faults: Faults, bad: int
) -> None:
    """Add the `bad` rows that did not become part of a fact for what their cells hold."""
    cells = range(len(casting.table.names))
    rows = casting.typed(texts=True, numbered=True, cells=cells)
    for batch in _dicts(con.execute(f"FROM {rows} WHERE bad ORDER BY ordinal")):
        if faults.counts_only:
            break
        numbers = casting.table.row_numbers([row["ordinal"] for row in batch])
        for number, row in zip(numbers, batch, strict=True):
            faults.add(number, _cells(row, casting), wrong_with(row, casting, styles))
        bad -= len(batch)
    faults.count += bad


def explain_repeated_rows(con: duckdb.DuckDBPyConnection, casting: Casting, faults: Faults) -> None:
    """Add the rows that repeat the account, meter and day of an earlier one."""
    [(repeated,)] = con.execute("SELECT count(*) FROM later").fetchall()
    cells = range(len(casting.table.names))
    found = con.execute(
        f"SELECT later.first, rows.* FROM {casting.raw(numbered=True, cells=cells)} rows "
        "JOIN later USING (ordinal) ORDER BY ordinal"
    )
    for batch in _dicts(found):
        if faults.counts_only:
            break
        numbers = casting.table.row_numbers([row["ordinal"] for row in batch])
        firsts = casting.table.row_numbers([row["first"] for row in batch])
        for number, first, row in zip(numbers, firsts, batch, strict=True):
            why = reason("duplicate_key", row=first)
            wrong = [(casting.layout.column("day"), str(row.get("raw_day") or ""), why)]
            faults.add(number, _cells(row, casting), wrong)
        repeated -= len(batch)
    faults.count += repeated


def explain_torn_rows(con: duckdb.DuckDBPyConnection, table: Table, faults: Faults) -> None:
    """Add the rows that do not fit the header; from now on they count in the numbers of later rows."""
    if table.typed or not table.header:
        return
    for row, text, kind, message in torn_rows(con):
        table.skipped.append(row)
        lines = 1 + text.count("\n")
        if faults.counts_only:
            faults.count += lines
            continue
        cells = next(iter(rows_of(text, table.delimiter, 1)), [text])
        why = _torn(kind, len(cells), len(table.names), lines) or reason("row_unreadable", detail=message)
        faults.add(row, cells, [("", text, why)], lines=lines)


def _torn(kind: str, cells: int, columns: int, lines: int) -> Reason | None:
    reasons = {
        "MISSING COLUMNS": reason("cells_missing", cells=cells, columns=columns),
        "TOO MANY COLUMNS": reason("cells_over", cells=cells, columns=columns),
        "UNQUOTED VALUE": reason("quote_open", lines=lines),
        "LINE SIZE OVER MAXIMUM": reason("cell_over", limit=ROW_LIMIT),
    }
    return reasons.get(kind)


def wrong_with(row: Mapping[str, Any], casting: Casting, styles: Styles) -> list[Wrong]:
    """Every reason against one row, cell by cell."""
    has = casting.layout.positions
    wrong: list[Wrong] = []
    for name in has:
        text = row[f"raw_{name}"]
        why = _missing(name, casting) if text is None else _damaged(name, text, styles)
        if why:
            wrong.append((casting.layout.column(name), text or "", why))
    if not wrong and all(row.get(f"raw_{name}") is None for name in ("quantity", "amount")):
        name = "quantity" if "quantity" in has else "amount"
        wrong.append((casting.layout.column(name), "", reason("nothing_measured")))
    if not wrong:
        wrong.append(
            (casting.layout.column("price"), str(row.get("raw_price") or ""), reason("product_too_large"))
        )
    return wrong


def _missing(name: str, casting: Casting) -> Reason | None:
    if name == "day":
        return reason("day_missing")
    return reason("meter_missing") if name == "meter" and not casting.meter else None


def _damaged(name: str, text: str, styles: Styles) -> Reason | None:
    if "\0" in text:
        return reason("nul_inside")
    if name in TEXTS:
        return _unfit(text)
    value = read_cell(name, text, styles) if name in {"day", *NUMBERS} else None
    return value if isinstance(value, Reason) and not isinstance(value, Number) else None


def _unfit(text: str) -> Reason | None:
    if "\ufffd" in text:
        return reason("bytes_invalid")
    return reason("text_too_long", limit=TEXT_LIMIT) if len(text.encode()) > TEXT_LIMIT else None


def _dicts(found: duckdb.DuckDBPyConnection) -> Iterator[list[dict[str, Any]]]:
    names = [column[0] for column in found.description or ()]
    while batch := found.fetchmany(_BATCH):
        yield [dict(zip(names, row, strict=True)) for row in batch]


def _cells(row: Mapping[str, Any], casting: Casting) -> list[str]:
    return [
        "" if (cell := row[f"c{place}"]) is None else str(cell) for place in range(len(casting.table.names))
    ]
