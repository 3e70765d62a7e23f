"""The first rows of a file as they stand and as they would be read, for a person to confirm the mapping."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from proxeny.analytics.engine import connect
from proxeny.analytics.usage.reading.casting import MACROS, Casting
from proxeny.analytics.usage.reading.content import first_content
from proxeny.analytics.usage.reading.explaining import explain_torn_rows, wrong_with
from proxeny.analytics.usage.reading.faults import Fault, Faults
from proxeny.analytics.usage.reading.headers import Suggestion, guess_preset, lay_out, suggest
from proxeny.analytics.usage.reading.how import How
from proxeny.analytics.usage.reading.opening import open_file
from proxeny.analytics.usage.reading.presets import preset_named
from proxeny.analytics.usage.reading.progress import Bar
from proxeny.analytics.usage.reading.reasons import ReadingError, Reason
from proxeny.analytics.usage.reading.result import plain_decimal
from proxeny.analytics.usage.reading.settling import Styles, settle
from proxeny.analytics.usage.reading.table import (
    BrokenLine,
    Table,
    parquet_table,
    refusing_engine_errors,
    table_of,
)
from proxeny.tabular.encodings import UTF8, mark_of
from proxeny.tabular.kinds_of_files import FileKind, kind_of_file

SAMPLE = 1 << 18
"""Bytes of content that a preview looks at."""


@dataclass(frozen=True)
class PreviewRow:
    """One row: number, cells as written, our fields as read (None where empty or bad), what is wrong."""

    row: int
    cells: tuple[str, ...]
    read: Mapping[str, str | None]
    wrong: tuple[Fault, ...]


@dataclass(frozen=True)
class Preview:
    """`problem` says why no field could be placed; then `rows` have cells only. `torn` are rows that do not
    fit.

    Doubtful days and numbers are settled by the first rows alone; the whole file may settle them where these
    do not.
    """

    kind: str
    encoding: str
    delimiter: str
    header: list[str]
    suggestion: Suggestion
    preset: str
    mapping: Mapping[str, str]
    rows: list[PreviewRow]
    torn: list[Fault]
    problem: Reason | None = None


def preview(path: Path, how: How | None = None, rows: int = 20) -> Preview:
    """Look at the first `rows` rows. Raises `ReadingError` for what is no table at all; never reads the whole
    file.
    """
    how = how or How()
    with refusing_engine_errors(), ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="preview-")))
        con = stack.enter_context(connect())
        for macro in MACROS:
            con.execute(macro)
        broken: list[BrokenLine] = []
        kind, encoding, table = _open(path, scratch, con, how, broken)
        bare = Preview(
            kind,
            encoding,
            table.delimiter,
            table.names,
            suggest(table.names),
            how.preset,
            how.mapping,
            [],
            [],
        )
        try:
            casting = _casting(table, how)
        except ReadingError as error:
            return replace(bare, rows=_as_written(con, table, rows), problem=error.reason)
        torn = [Fault(row, "", text[:200], why) for row, text, why in broken]
        return _read(con, casting, how, rows, replace(bare, torn=torn))


def _open(
    path: Path, scratch: Path, con: duckdb.DuckDBPyConnection, how: How, broken: list[BrokenLine]
) -> tuple[str, str, Table]:
    head = first_content(path, SAMPLE) if path.is_file() else b""
    if kind_of_file(head) is FileKind.PARQUET:
        link = scratch / "table.parquet"
        link.symlink_to(path.resolve())
        return "parquet", "", parquet_table(link, con)
    sample = scratch / f"sample{''.join(path.suffixes[-2:])}"
    if head:
        sample.write_bytes(_whole_lines(head) if len(head) >= SAMPLE else head)
    opened = open_file(sample if head else path, scratch, lambda _: None, encoding=how.encoding)
    return opened.kind, opened.encoding, table_of(opened, con, broken, how.delimiter)


def _whole_lines(head: bytes) -> bytes:
    """Up to the last end of a line, in the text's own encoding."""
    mark = mark_of(head)
    encoding = mark.encoding if mark else UTF8
    for text in ("\n", "\r"):
        end = text.encode(encoding)
        place = head.rfind(end)
        while place > 0 and place % len(end):
            place = head.rfind(end, 0, place)
        if place > 0:
            return head[: place + len(end)]
    return head


def _casting(table: Table, how: How) -> Casting:
    preset = preset_named(how.preset) if how.preset else guess_preset(table.names, how.mapping, how.meter)
    meter = how.meter.strip() or preset.default_meter
    return Casting(
        table, lay_out(preset, table.names, how.mapping, meter=meter), meter, how.currency.strip().upper()
    )


def _read(con: duckdb.DuckDBPyConnection, casting: Casting, how: How, rows: int, bare: Preview) -> Preview:
    con.execute(f"SELECT count(*) FROM {casting.raw(keep_torn=True)}").fetchall()
    faults = Faults()
    explain_torn_rows(con, casting.table, faults)
    styles = Styles(how.day_first, how.decimal_mark or casting.layout.preset.decimal_mark)
    settle(con, casting, styles, Bar(None, 0).runner(con))
    cells = range(len(casting.table.names))
    found = con.execute(
        f"FROM {casting.typed(texts=True, numbered=True, cells=cells)} ORDER BY ordinal LIMIT {int(rows)}"
    )
    names = [column[0] for column in found.description or ()]
    records = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    numbers = casting.table.row_numbers([record["ordinal"] for record in records])
    return replace(
        bare,
        preset=casting.layout.preset.name,
        mapping=casting.layout.mapping,
        torn=[*bare.torn, *faults.listed],
        rows=[_row(n, record, casting, styles) for n, record in zip(numbers, records, strict=True)],
    )


def _row(number: int, record: Mapping[str, Any], casting: Casting, styles: Styles) -> PreviewRow:
    wrong = wrong_with(record, casting, styles) if record["bad"] else []
    return PreviewRow(
        number,
        tuple(
            "" if (cell := record[f"c{place}"]) is None else cell for place in range(len(casting.table.names))
        ),
        {
            name: _shown(record[name])
            for name in ("account", "meter", "day", "quantity", "amount", "currency")
        },
        tuple(Fault(number, column, value, why) for column, value, why in wrong),
    )


def _shown(value: Any) -> str | None:
    if value is None:
        return None
    return plain_decimal(value) if hasattr(value, "as_tuple") else str(value)


def _as_written(con: duckdb.DuckDBPyConnection, table: Table, rows: int) -> list[PreviewRow]:
    found = con.execute(
        f"FROM {table.scan(range(len(table.names)), numbered=True)} ORDER BY ordinal LIMIT {int(rows)}"
    ).fetchall()
    numbers = table.row_numbers([row[0] for row in found])
    return [
        PreviewRow(number, tuple("" if cell is None else cell for cell in row[1:]), {}, ())
        for number, row in zip(numbers, found, strict=True)
    ]
