"""A plain file as a relation of text cells `c0 … cn` for the column engine, with the numbers of its rows."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy as np

from proxeny.analytics.engine import quoted, quoted_path
from proxeny.analytics.usage.reading.jsonl import flatten_lines
from proxeny.analytics.usage.reading.lines import COLUMN_LIMIT, LINE_LIMIT
from proxeny.analytics.usage.reading.opening import Opened
from proxeny.analytics.usage.reading.reasons import Reason, refuse
from proxeny.tabular.delimiters import find_delimiter, rows_of

REJECTS = "torn_rows"
_SAMPLE = 1 << 18
_BATCH = 10_000
ROW_LIMIT = 2 * LINE_LIMIT
"""Bytes of one row, quoted ends of lines included."""

BrokenLine = tuple[int, str, Reason]


@dataclass
class Table:
    """Column names as the file writes them, and how to scan it."""

    names: list[str]
    plain: Path
    delimiter: str = ","
    header: bool = True
    typed: bool = False
    skipped: list[int] = field(default_factory=list)

    def scan(self, places: Iterable[int], *, numbered: bool = False, keep_torn: bool = False) -> str:
        """SQL of these columns, `ordinal` counting the readable rows from 1 (JSON: the line itself).

        `keep_torn` puts rows that do not fit the header aside in a table; else they are passed over.
        """
        if self.typed:
            cells = ", ".join(f"beyond_doubt({_identifier(self.names[p])}) AS c{p}" for p in places)
            source = f"read_parquet({quoted_path(self.plain)})"
        else:
            cells = ", ".join(f"c{place}" for place in places)
            source = self._csv(keep_torn=keep_torn)
        number = "line::BIGINT AS ordinal" if not self.header else "row_number() OVER () AS ordinal"
        chosen = ", ".join(filter(None, [number if numbered else "", cells])) or "1 AS one"
        return f"(SELECT {chosen} FROM {source})"

    def row_numbers(self, ordinals: Sequence[int]) -> list[int]:
        """Row numbers as a person counts them, the header being row 1, blank and torn rows included."""
        if not self.header:
            return list(ordinals)
        skipped = np.unique(np.asarray(self.skipped, dtype=np.int64))
        first = np.asarray(ordinals, dtype=np.int64) + (0 if self.typed else 1)
        passed = np.searchsorted(skipped - np.arange(len(skipped)), first, side="right")
        return [int(number) for number in first + passed]

    def _csv(self, *, keep_torn: bool) -> str:
        line = ["'line': 'VARCHAR'"] if not self.header else []
        columns = ", ".join(line + [f"'c{place}': 'VARCHAR'" for place in range(len(self.names))])
        torn = (
            f"store_rejects=true, rejects_limit=0, rejects_table='{REJECTS}', rejects_scan='{REJECTS}_scans'"
            if keep_torn
            else "ignore_errors=true"
        )
        padding = "" if self.header else ", null_padding=true"
        return (
            f"read_csv({quoted_path(self.plain)}, auto_detect=false, columns={{{columns}}}, "
            f"delim={quoted(self.delimiter)}, quote='\"', escape='\"', header={str(self.header).lower()}, "
            f"max_line_size={ROW_LIMIT}, {torn}{padding})"
        )


def table_of(
    opened: Opened, con: duckdb.DuckDBPyConnection, broken: list[BrokenLine], delimiter: str | None
) -> Table:
    """The relation behind an opened file; lines that are no JSON object are put into `broken`.

    Raises `ReadingError` where there is no table to speak of.
    """
    if opened.kind == "parquet":
        return parquet_table(opened.plain, con)
    if opened.kind == "jsonl":
        flat = opened.plain.with_name("flat.csv")
        names = flatten_lines(opened.plain, flat, lambda *line: broken.append(line))
        if not names:
            raise refuse(
                "file_damaged", kind="JSON lines", detail=str(broken[0][2]) if broken else "no object"
            )
        return Table(names, flat, header=False)
    text = _sample(opened.plain)
    mark = delimiter or find_delimiter(text)
    names, *rows = rows_of(text, mark) or [[]]
    if rows and all(len(row) == len(names) + 1 and not row[-1] for row in rows):
        names = [*names, ""]  # every row ends in a delimiter that the header does without
    if len(names) < 2:
        raise refuse("one_column", found=(names or [""])[0].strip())
    if len(names) > COLUMN_LIMIT:
        raise refuse("too_many_columns", count=len(names), limit=COLUMN_LIMIT)
    return Table(names, opened.plain, mark, skipped=list(opened.lines.blank))


@contextmanager
def refusing_engine_errors() -> Iterator[None]:
    """Turn what the engine says about a file that it cannot read into a `ReadingError`."""
    try:
        yield
    except duckdb.Error as error:
        raise refuse("engine_refused", detail=str(error).splitlines()[0]) from error


def parquet_table(plain: Path, con: duckdb.DuckDBPyConnection) -> Table:
    """The relation behind a Parquet file. Raises `ReadingError` where it is damaged."""
    return Table(_parquet_names(plain, con), plain, typed=True)


def torn_rows(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, str, str, str]]:
    """Rows set aside by the scan: number, the row as written (its beginning), what kind of fault, details."""
    found = con.execute(
        "SELECT line, any_value(csv_line), any_value(error_type::VARCHAR), any_value(error_message) "
        f"FROM {REJECTS} GROUP BY line ORDER BY line"
    )
    while batch := found.fetchmany(_BATCH):
        for line, written, kind, message in batch:
            yield line, written.strip("\r\n"), kind, message


def _sample(plain: Path) -> str:
    with plain.open("rb") as stream:
        return stream.read(_SAMPLE).decode("utf-8", "replace")


def _parquet_names(plain: Path, con: duckdb.DuckDBPyConnection) -> list[str]:
    try:
        rows = con.execute(f"DESCRIBE SELECT * FROM read_parquet({quoted_path(plain)})").fetchall()
    except duckdb.Error as error:
        raise refuse("file_damaged", kind="Parquet", detail=str(error).splitlines()[0]) from None
    if len(rows) > COLUMN_LIMIT:
        raise refuse("too_many_columns", count=len(rows), limit=COLUMN_LIMIT)
    return [str(row[0]) for row in rows]


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
