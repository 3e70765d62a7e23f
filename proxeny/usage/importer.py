"""Consumption as one of the kinds that the faces can import."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from proxeny.analytics.usage.reading.faults import Fault
from proxeny.analytics.usage.reading.how import How
from proxeny.analytics.usage.reading.previewing import Preview as Seen
from proxeny.analytics.usage.reading.previewing import preview as look_at
from proxeny.analytics.usage.reading.reading import read_rows
from proxeny.analytics.usage.reading.reasons import ReadingError
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.intake import concluding, receiving
from proxeny.intake.importers import CannotRead, Column, Option, Preview, Progress
from proxeny.intake.models import Batch
from proxeny.intake.rows.choices import OPTIONS as ROW_OPTIONS
from proxeny.intake.rows.choices import Choices
from proxeny.intake.tabular.problems import TabularError
from proxeny.usage import importing, store
from proxeny.usage.reasons import explain, sentence_of
from proxeny.usage.workbooks import Sheet, is_workbook

COLUMNS = (
    Column("account", N_("customer number"), required=True),
    Column("day", N_("day"), required=True, help=N_("A day, or a time, whose day is taken.")),
    Column("meter", N_("meter"), help=N_("What was used; one name for the whole file can be given instead.")),
    Column("quantity", N_("quantity")),
    Column("price", N_("price"), help=N_("For each unit; the amount is then price times quantity.")),
    Column("amount", N_("amount")),
    Column("currency", N_("currency")),
)
PRESETS = (
    ("long", N_("Daily figures: one row for each customer, meter and day")),
    ("transactions", N_("Single lines, summed by customer and day")),
    ("focus", N_("FOCUS bill")),
    ("aws-cur", N_("AWS Cost and Usage Report")),
    ("cloudevents", N_("CloudEvents, one JSON object a line")),
)
_SHARED = {option.name: option for option in ROW_OPTIONS}
OPTIONS = (
    _SHARED["currency"],
    Option("meter", N_("meter"), kind="text", help=N_("The meter of rows that name none.")),
    _SHARED["day_first"],
    _SHARED["decimal"],
    Option(
        "create_accounts",
        N_("add customers that are not known yet"),
        kind="switch",
        help=N_("Otherwise their lines are set aside, and count as soon as the customer is added."),
    ),
)


class UsageImporter:
    """Imports consumption: text, JSON lines, Parquet, and workbooks."""

    columns: Sequence[Column] = COLUMNS
    presets: Sequence[tuple[str, str]] = PRESETS
    options: Sequence[Option] = OPTIONS

    def preview(self, batch: Batch, rows: int = 20) -> Preview:
        """Look at the first rows without importing; raise CannotRead."""
        path = receiving.path_of(batch)
        try:
            if not is_workbook(path):
                return _shown(look_at(path, how_of(batch), rows))
            sheet = Sheet(path)
            with tempfile.TemporaryDirectory() as folder:
                first = Path(folder) / "first.csv"
                sheet.write_first(first, rows)
                return _shown(look_at(first, how_of(batch), rows), sheet)
        except (ReadingError, TabularError) as error:
            raise _said(error) from error

    def look(self, batch: Batch, *, progress: Progress | None = None) -> dict[str, Any]:
        """Return the report that an import would give now, and import nothing; raise CannotRead."""
        path, how = receiving.path_of(batch), how_of(batch)
        try:
            if not is_workbook(path):
                return importing.look_at(path, how, progress=progress)
            with read_rows(Sheet(path).rows(), how, limits=store.limits(), explain=explain) as reading:
                return importing.report_of(reading)
        except (ReadingError, TabularError) as error:
            raise _said(error) from error

    def run(self, batch: Batch, *, by: Actor, progress: Progress | None = None) -> dict[str, Any]:
        """Import the file, whole or not at all, and return its document.

        Raises CannotRead, and NotFound for those who may not import; `progress` ends the import by raising.
        """
        if not may(by, Area.IMPORTS, write=True):
            raise NotFound(str(batch.record))
        how, adds = how_of(batch), _is_on(batch.options.get("create_accounts"))
        try:
            if is_workbook(receiving.path_of(batch)):
                return _import_sheet(batch, how, by, adds=adds)
            return importing.import_usage(batch, how, by=by, create_accounts=adds, progress=progress)
        except (ReadingError, TabularError) as error:
            raise _said(error) from error


def how_of(batch: Batch) -> How:
    """Return what a person chose for the batch, as the reader takes it."""
    choices = Choices.of(batch.options)
    mark: Any = choices.decimal
    return How(
        preset=batch.preset,
        mapping={name: str(column) for name, column in batch.mapping.items()},
        currency=choices.currency,
        meter=str(batch.options.get("meter") or "").strip(),
        day_first=choices.day_first,
        decimal_mark=mark,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
    )


def _import_sheet(batch: Batch, how: How, by: Actor, *, adds: bool) -> dict[str, Any]:
    """Import a workbook; a bill on a million rows comes as text, so this needs no progress."""
    concluding.begin(batch)
    path = receiving.path_of(batch)
    bad_rows = path.with_suffix(".bad.csv")
    try:
        sheet = Sheet(path)
        found = read_rows(
            sheet.rows(),
            how,
            limits=store.limits(),
            bad_rows_to=bad_rows,
            explain=lambda reason: explain(sheet.placed(reason)),
        )
        with found as reading:
            placed = replace(reading, errors=[sheet.fault(fault) for fault in reading.errors])
            return importing.keep(batch, placed, bad_rows, by, create_accounts=adds)
    except (ReadingError, TabularError) as error:
        bad_rows.unlink(missing_ok=True)
        concluding.fail(batch, _said(error).why)
        raise
    except BaseException:
        bad_rows.unlink(missing_ok=True)
        concluding.cancel(batch)
        raise


def _shown(seen: Seen, sheet: Sheet | None = None) -> Preview:
    """Return what was seen; of a workbook its first rows were, as text with the header in row 1."""

    def placed(fault: Fault) -> Fault:
        return sheet.fault(replace(fault, row=fault.row - 1)) if sheet else fault

    rows = [(row, [placed(fault) for fault in row.wrong]) for row in seen.rows]
    faults = [*map(placed, seen.torn), *(fault for _row, wrong in rows for fault in wrong)]
    problems = [_problem(fault) for fault in faults]
    if seen.problem:
        problems.insert(0, {"row": None, "column": None, "reason": explain(seen.problem)})
    return Preview(
        header=seen.header,
        rows=[
            (sheet.number(row.row - 1) if sheet else row.row, row.cells, [_reason(fault) for fault in wrong])
            for row, wrong in rows
        ],
        preset=seen.preset or seen.suggestion.preset,
        mapping=dict(seen.suggestion.mapping if seen.problem else seen.mapping),
        missing=seen.suggestion.missing if seen.problem else (),
        problems=problems,
    )


def _problem(fault: Fault) -> Mapping[str, Any]:
    return {"row": fault.row, "column": fault.column or None, "reason": explain(fault.reason)}


def _reason(fault: Fault) -> str:
    said = explain(fault.reason)
    return f"{fault.column}: {said}" if fault.column else said


def _is_on(value: Any) -> bool:
    return value is True or str(value).strip().lower() in {"1", "on", "true", "yes"}


def _said(error: ReadingError | TabularError) -> CannotRead:
    if isinstance(error, ReadingError):
        return CannotRead(sentence_of(error.reason))
    return CannotRead(error.problem.sentence)
