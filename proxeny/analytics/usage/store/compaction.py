"""Joining many small parts into few, with nothing lost: rows and exact sums are compared before the result
counts.
"""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Collection, Sequence
from pathlib import Path

import duckdb

from proxeny.analytics.engine import Limits, connect, quoted_path
from proxeny.analytics.usage.store.part import Part, Span
from proxeny.analytics.usage.store.writing import fresh_path, write_part


class CompactionError(Exception):
    """The joined file does not hold what the parts hold; it was removed, and the parts stand."""


def compact(
    parts: Sequence[Part], folder: Path, *, undone: Collection[int] = (), limits: Limits | None = None
) -> Part | None:
    """Join parts of one source into one new part, leaving out batches that were taken back.

    Rows of every live batch are kept, replaced ones too, so that a later batch can still be taken back. The
    old files stay: the manifest switches over first, and then they are orphans. None where no row is left.

    Raises `ValueError` where the parts are of several sources or natures, `CompactionError` where the check
    fails.
    """
    if len({(part.source, part.nature) for part in parts}) != 1:
        raise ValueError("parts of one source and nature are joined, and at least one")
    con = connect(limits)
    try:
        rows = _live_rows(parts, folder, undone)
        before = _figures(con, rows)
        if not before:
            return None
        final = fresh_path(folder, _name(parts))
        joined = write_part(con, rows, final, source=parts[0], spans=_spans(parts, undone))
        if _figures(con, f"FROM read_parquet({quoted_path(final)})") != before:
            final.unlink()
            raise CompactionError(f"{joined.path} does not hold what its {len(parts)} parts hold")
        return joined
    finally:
        con.close()


def worth_compacting(parts: Sequence[Part], *, at_least: int = 30) -> list[list[Part]]:
    """Groups of parts that should be joined: many of one source and year, smallest sources left alone."""
    groups: dict[tuple[str, str, int], list[Part]] = {}
    for part in parts:
        if part.first_day.year == part.last_day.year:
            groups.setdefault((part.source, part.nature, part.first_day.year), []).append(part)
    return [
        sorted(group, key=lambda part: part.first_day) for group in groups.values() if len(group) >= at_least
    ]


def _live_rows(parts: Sequence[Part], folder: Path, undone: Collection[int]) -> str:
    files = ", ".join(quoted_path(folder / part.path) for part in parts)
    taken_back = ", ".join(str(int(batch)) for batch in undone) or "NULL"
    kept = f" WHERE batch NOT IN ({taken_back})" if undone else ""
    return f"SELECT * FROM read_parquet([{files}]){kept}"


def _figures(con: duckdb.DuckDBPyConnection, rows: str) -> list[tuple[object, ...]]:
    return con.execute(
        "SELECT batch, currency, count(*), sum(quantity), sum(amount), sum(lines), min(day), max(day) "
        f"FROM ({rows}) GROUP BY ALL ORDER BY ALL"
    ).fetchall()


def _name(parts: Sequence[Part]) -> str:
    years = sorted({part.first_day.year for part in parts} | {part.last_day.year for part in parts})
    return f"usage-{'-'.join(map(str, dict.fromkeys((years[0], years[-1]))))}-joined"


def _spans(parts: Sequence[Part], undone: Collection[int]) -> tuple[Span, ...]:
    spans = {span for part in parts for span in part.spans if span.batch not in undone}
    return tuple(sorted(spans, key=lambda span: (span.batch, span.first_day)))
