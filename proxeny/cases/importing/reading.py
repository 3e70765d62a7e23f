"""Reading a file of cases: opened by its content, its columns found, its cases one after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from django.utils import timezone

from proxeny.cases.importing import jira, presets
from proxeny.cases.importing.audits import AuditRows
from proxeny.cases.importing.columns import Cells
from proxeny.cases.importing.documents import JsonFile, JsonRows, is_json
from proxeny.cases.importing.fields import TIMES
from proxeny.cases.importing.flat import Flat
from proxeny.cases.importing.history import History
from proxeny.cases.importing.log import Log
from proxeny.cases.importing.table import Rows, Seen, Table
from proxeny.cases.importing.tickets import Tickets
from proxeny.cases.importing.times import days_first
from proxeny.intake.rows.objections import Objections
from proxeny.intake.tabular.headers import ColumnMap, match_header
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.presets import Preset
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Source
from proxeny.tabular.dates import written_day
from proxeny.tabular.folding import folded

LOOKED_AT = 5_000
"""So many rows are asked which comes first, the day or the month; where some leave it open, all are."""


@dataclass(frozen=True, slots=True)
class How:
    """What a person said of the file; empty is for the file to tell. `states` are words as `their word=ours, …`."""

    preset: str = ""
    mapping: Mapping[str, str] = ()  # type: ignore[assignment]
    account: str = ""
    states: str = ""
    day_first: bool | None = None
    sheet: str | None = None
    header_row: int | None = None
    encoding: str | None = None
    delimiter: str | None = None


class Reader(Protocol):
    """What reads the cases of a file; `objections` and `rows_read` are whole when all were read."""

    objections: Objections
    partly: Objections
    rows_read: int

    def histories(self, seen: Seen) -> Iterator[History]:
        """Yield the cases; `seen` is told of rows as they are read."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An opened file. `source` is its table, None for objects that are tickets; `sha256` is of its bytes."""

    path: Path
    preset: str
    columns: ColumnMap
    cells: Cells
    reader: Reader
    rows: Rows | None
    tickets: JsonFile | None
    sha256: str
    over: Callable[[Rows], Reader] | None = None
    """Reads other rows, such as the first ones, as this file's are read."""

    def count(self) -> int:
        """Return how many rows or objects there are, without understanding them."""
        if self.tickets is not None:
            return sum(1 for _object in self.tickets.objects())
        return sum(1 for _row in self.rows.rows()) if self.rows is not None else 0

    @property
    def unknown_words(self) -> dict[str, list[str]]:
        """Words that nobody knows, by field; they are complete when all was read."""
        return self.cells.unknown


def open_cases(path: Path, how: How) -> CaseFile:
    """Open the file and find its columns; raises TabularError, also where a column that must be there is missing."""
    if is_json(path):
        return _open_json(path, how)
    source = _open_table(path, how)
    return _table(path, source, source.sha256, how, source)


def _open_json(path: Path, how: How) -> CaseFile:
    file = JsonFile.open(path, how.encoding)
    first = next((one for _number, one in file.objects() if isinstance(one, dict)), None)
    if first is None:
        raise TabularError("empty_file")
    name = how.preset or presets.guessed_of(first)
    if name in presets.TELLERS and (name == presets.guessed_of(first) or how.preset):
        preset = presets.preset_named(name)
        cells = Cells(_reading(preset, how), presets.own_words(preset, how.states))
        reader = Tickets(file, presets.TELLERS[name], cells, how.account)
        return CaseFile(path, name, ColumnMap({}, (), (), ()), cells, reader, None, file, file.sha256)
    rows = JsonRows.of(file)
    return _table(path, rows, file.sha256, how, None)


def _open_table(path: Path, how: How) -> Source:
    """Open a table; only Jira gives several columns one name."""
    told: dict[str, Any] = {
        "sheet": how.sheet,
        "encoding": how.encoding,
        "delimiter": how.delimiter,
        "header_row": how.header_row,
    }
    try:
        return open_source(path, **told, repeats=how.preset == presets.JIRA)
    except TabularError as error:
        if error.problem.code != "duplicate_header" or how.preset:
            raise
        found = open_source(path, **told, repeats=True)
        if presets.guessed(found.header) != presets.JIRA:
            raise
        return found


def _table(path: Path, rows: Rows, sha256: str, how: How, source: Source | None) -> CaseFile:
    name = how.preset or presets.guessed(rows.header)
    preset = presets.preset_named(name)
    mapping = dict(how.mapping)
    audits = AuditRows.of(rows) if name == presets.SERVICENOW else None
    if audits is not None:
        columns = ColumnMap(audits.columns(mapping), (), (), ())
    else:
        fields = presets.fields_of(name, mapping)
        columns = match_header(fields, rows.header, mapping, preset.columns)
    columns = _complete(columns, preset, name, how)
    reading = _reading(preset, how, source)
    if not columns.missing:
        reading = _settled(audits or rows, columns.found, reading)
    cells = Cells(reading, presets.own_words(preset, how.states))

    def over(some: Rows) -> Table:
        changes = AuditRows.of(some) if audits is not None else None
        return _reader_of(changes or some, columns.found, cells, how, name)

    return CaseFile(path, name, columns, cells, over(rows), rows, None, sha256, over)


def _reader_of(rows: Rows, found: Mapping[str, str], cells: Cells, how: How, name: str) -> Table:
    """Return what reads the rows; where `case` has no column yet, a person can still look at them."""
    columns = {"case": "", **found}
    if "at" in columns:
        return Log(rows, columns, cells, how.account)
    flat = Flat(rows, columns, cells, how.account)
    if name == presets.JIRA:
        flat.more, flat.state_besides = jira.further, jira.category_of
    return flat


def _complete(columns: ColumnMap, preset: Preset, name: str, how: How) -> ColumnMap:
    """A customer named for the whole file needs no column; where nothing else names one, who asks is the customer."""
    found, missing = dict(columns.found), list(columns.missing)
    customers = {folded(one) for one in preset.columns.get("account", ())} - {""}
    if "account" in missing:
        if folded(found.get("reporter", "")) in customers:
            found["account"] = found["reporter"]
        if how.account or "account" in found:
            missing.remove("account")
    if name == presets.LONG and "at" not in found:
        missing.append("at")
    return replace(columns, found=found, missing=tuple(missing))


def _reading(preset: Preset, how: How, source: Source | None = None) -> Reading:
    day_first = preset.day_first if how.day_first is None else how.day_first
    from_1904 = source.days_from_1904 if source else False
    return Reading(zone=timezone.get_default_timezone(), day_first=day_first, days_from_1904=from_1904)


def _settled(rows: Rows, columns: Mapping[str, str], reading: Reading) -> Reading:
    """Let the first cell that can be read in one way only say which comes first, day or month."""
    times = [columns[name] for name in TIMES if name in columns]
    if reading.day_first is not None or not times:
        return reading
    leaves_open = False
    for count, row in enumerate(rows.rows()):
        cells = [cell for name in times if isinstance(cell := row.values.get(name), str)]
        written = [one for one in map(written_day, cells) if one is not None and not one.settled]
        if (shown := days_first(cells)) is not None:
            return replace(reading, day_first=shown)
        leaves_open = leaves_open or bool(written)
        if count >= LOOKED_AT and not leaves_open:
            break
    return reading
