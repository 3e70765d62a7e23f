"""Reading a consumption file into daily facts."""

import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from proxeny.analytics.engine import Limits, connect
from proxeny.analytics.usage.dailyfacts import DailyFacts
from proxeny.analytics.usage.reading.casting import MACROS, Casting
from proxeny.analytics.usage.reading.explaining import (
    explain_bad_rows,
    explain_repeated_rows,
    explain_torn_rows,
)
from proxeny.analytics.usage.reading.faults import Faults
from proxeny.analytics.usage.reading.headers import guess_preset, lay_out
from proxeny.analytics.usage.reading.how import How
from proxeny.analytics.usage.reading.jsonl import flatten_rows
from proxeny.analytics.usage.reading.opening import open_file
from proxeny.analytics.usage.reading.presets import preset_named
from proxeny.analytics.usage.reading.progress import Bar, Progress
from proxeny.analytics.usage.reading.reasons import Reason, refuse
from proxeny.analytics.usage.reading.result import Reading, summary
from proxeny.analytics.usage.reading.settling import Styles, settle
from proxeny.analytics.usage.reading.summing import keep_first, sum_if_clean, sum_up
from proxeny.analytics.usage.reading.table import BrokenLine, Table, refusing_engine_errors, table_of

Explain = Callable[[Reason], str]


@dataclass
class _Work:
    how: How
    bar: Bar
    con: duckdb.DuckDBPyConnection
    faults: Faults


def read(
    path: Path,
    how: How | None = None,
    *,
    progress: Progress | None = None,
    limits: Limits | None = None,
    bad_rows_to: Path | None = None,
    explain: Explain = str,
) -> Reading:
    """Read a file into daily facts; good rows are kept beside bad ones.

    `progress` is called with bytes done and bytes in all, and ends the reading by raising. With
    `bad_rows_to`, all bad rows are written there as CSV with their reasons, worded by `explain`. Raises
    `ReadingError` where nothing can be read, or where the file changes meanwhile.
    """
    how = how or How()
    bar = Bar(progress, path.stat().st_size if path.is_file() else 0)
    with refusing_engine_errors(), ExitStack() as stack:
        scratch, work = _begin(stack, how, bar, limits, Faults(bad_rows_to, explain))
        opened = open_file(path, scratch, bar.seen, encoding=how.encoding)
        broken: list[BrokenLine] = []
        reading = _read_table(table_of(opened, work.con, broken, how.delimiter), work, broken)
        opened.require_unchanged()
        bar.finish()
        found = replace(reading, kind=opened.kind, sha256=opened.sha256, encoding=opened.encoding)
        return replace(found, resources=stack.pop_all())


def read_rows(
    rows: Iterable[Mapping[str, Any]],
    how: How | None = None,
    *,
    limits: Limits | None = None,
    bad_rows_to: Path | None = None,
    explain: Explain = str,
) -> Reading:
    """The same for dictionaries, such as events that came over HTTP; the first one is row 1."""
    with refusing_engine_errors(), ExitStack() as stack:
        scratch, work = _begin(stack, how or How(), Bar(None, 0), limits, Faults(bad_rows_to, explain))
        flat = scratch / "flat.csv"
        names = flatten_rows(rows, flat)
        if not names:
            raise refuse("file_empty")
        reading = _read_table(Table(names, flat, header=False), work, [])
        return replace(reading, resources=stack.pop_all())


def _begin(stack: ExitStack, how: How, bar: Bar, limits: Limits | None, faults: Faults) -> tuple[Path, _Work]:
    limits = limits or Limits()
    scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reading-", dir=limits.scratch)))
    con = stack.enter_context(connect(replace(limits, scratch=scratch)))
    for macro in MACROS:
        con.execute(macro)
    return scratch, _Work(how, bar, con, stack.enter_context(faults))


def _read_table(table: Table, work: _Work, broken: list[BrokenLine]) -> Reading:
    how, con, faults = work.how, work.con, work.faults
    preset = preset_named(how.preset) if how.preset else guess_preset(table.names, how.mapping, how.meter)
    meter = how.meter.strip() or preset.default_meter
    layout = lay_out(preset, table.names, how.mapping, meter=meter)
    casting = Casting(table, layout, meter, how.currency.strip().upper())
    styles = Styles(how.day_first, how.decimal_mark or preset.decimal_mark)

    run = work.bar.runner(con)
    work.bar.next()
    clean = sum_if_clean(con, casting, styles, run)
    faults.head(table.names)
    for row, text, why in broken:
        faults.add(row, [text], [("", text, why)])
    explain_torn_rows(con, table, faults)
    work.bar.next()
    if not clean:
        rows = settle(con, casting, styles, run)
        good = sum_up(con, casting, run)
        if good < rows:
            explain_bad_rows(con, casting, styles, faults, rows - good)
    if preset.nature == "metered" and keep_first(con, casting, run):
        explain_repeated_rows(con, casting, faults)
    found = summary(casting, faults, DailyFacts(preset.nature, how.source or preset.name, con))
    if not found.rows.read:
        raise refuse("header_only")
    return found
