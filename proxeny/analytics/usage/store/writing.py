"""Writing a batch of facts.

One file per batch and calendar year. A batch is what is taken back, so no file mixes two; a year keeps the
number of files small (a backfill of two years is three files, a daily batch one) while queries of a month
still pass over most of the history without opening it. Daily batches pile up to a few hundred small files a
year: `compaction` joins them.

A file appears under its final name only when it is whole and on disk. Nothing sees it before a manifest names
it.
"""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

import os
import uuid
from datetime import date
from pathlib import Path

import duckdb

from proxeny.analytics.engine import quoted, quoted_path
from proxeny.analytics.usage.dailyfacts import DailyFacts
from proxeny.analytics.usage.reading.opening import fingerprint
from proxeny.analytics.usage.store.part import MeterSeen, Part, Span

SUFFIX = ".parquet"
UNFINISHED = ".unfinished"
ORDER = "account, meter, day, currency, batch"
METERS_LISTED = 500


def write_batch(
    facts: DailyFacts, folder: Path, batch: int, *, covers: tuple[date, date] | None = None
) -> list[Part]:
    """Write all facts as parts of `batch`, a number that grows with every import: the later one counts.

    `covers` are the days that the batch speaks for, where that is more than its first to its last fact: a
    bill for September covers the whole month. An empty batch has no parts.
    """
    [(first, last)] = facts.con.execute(f"SELECT min(day), max(day) FROM {facts.table}").fetchall()
    if first is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    span = Span(batch, min(first, covers[0]) if covers else first, max(last, covers[1]) if covers else last)
    years = facts.con.execute(f"SELECT DISTINCT year(day) FROM {facts.table} ORDER BY 1").fetchall()
    return [_write_year(facts, folder, span, year) for (year,) in years]


def write_part(
    con: duckdb.DuckDBPyConnection,
    rows: str,
    final: Path,
    *,
    source: DailyFacts | Part,
    spans: tuple[Span, ...],
) -> Part:
    """Write the rows of a query as one part; its figures are taken from the file as it lies on disk."""
    unfinished = final.with_suffix(UNFINISHED)
    con.execute(
        f"COPY (FROM ({rows}) ORDER BY {ORDER}) TO {quoted(unfinished)} "
        "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
    )
    sync(unfinished)
    unfinished.rename(final)
    sync(final.parent)
    return _described(con, final, source, spans)


def fresh_path(folder: Path, name: str) -> Path:
    """A file name that no other writer takes."""
    return folder / f"{name}-{uuid.uuid4().hex[:12]}{SUFFIX}"


def sync(path: Path) -> None:
    """Have the file or folder on disk before anything else happens."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_year(facts: DailyFacts, folder: Path, span: Span, year: int) -> Part:
    metered = str(facts.nature == "metered").lower()
    rows = (
        "SELECT account, meter, day, currency, quantity, amount, lines, "
        f"{span.batch}::BIGINT AS batch, {quoted(facts.source)} AS source, {metered} AS metered "
        f"FROM {facts.table} WHERE year(day) = {year}"
    )
    final = fresh_path(folder, f"usage-{year}-{span.batch}")
    return write_part(facts.con, rows, final, source=facts, spans=(span,))


def _described(
    con: duckdb.DuckDBPyConnection, final: Path, source: DailyFacts | Part, spans: tuple[Span, ...]
) -> Part:
    file = f"read_parquet({quoted_path(final)})"
    meters = con.execute(
        "SELECT meter, bool_or(amount IS NOT NULL), min(day), max(day), count(*) "
        f"FROM {file} GROUP BY meter ORDER BY meter"
    ).fetchall()
    return Part(
        path=final.name,
        source=source.source,
        nature=source.nature,
        rows=sum(row[4] for row in meters),
        bytes=final.stat().st_size,
        sha256=fingerprint(final),
        first_day=min(row[2] for row in meters),
        last_day=max(row[3] for row in meters),
        spans=spans,
        meters=tuple(MeterSeen(*row[:4]) for row in meters) if len(meters) <= METERS_LISTED else None,
        contested=len(spans) > 1 and _contested(con, file),
    )


def _contested(con: duckdb.DuckDBPyConnection, file: str) -> bool:
    found = con.execute(
        f"SELECT 1 FROM {file} GROUP BY account, meter, day HAVING min(batch) < max(batch) LIMIT 1"
    ).fetchone()
    return found is not None
