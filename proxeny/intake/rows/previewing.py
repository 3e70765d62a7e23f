"""The first rows of a file, for a person to confirm how it is read."""

from collections.abc import Sequence

from django.utils.translation import gettext

from proxeny.core import clock
from proxeny.intake.importers import Preview
from proxeny.intake.rows.file import RowFile
from proxeny.intake.rows.planning import plan
from proxeny.intake.rows.reading import Record, RowReader
from proxeny.intake.tabular.exporting import plain_text
from proxeny.intake.tabular.interpreting import Parsed, Refused
from proxeny.intake.tabular.problems import SHOWN_CHARS, Problem
from proxeny.intake.tabular.problems import shown as one_line
from proxeny.intake.tabular.returning import reasons

MISSING = "missing_columns"


def shown(file: RowFile, rows: Sequence[Parsed | Refused], reader: RowReader, preset: str) -> Preview:
    """Return the rows with their cells and with everything that would keep them from being taken."""
    objections, missing = reader.work.objections, file.columns.missing
    for row in rows:
        if isinstance(row, Refused):
            objections.take(row.row_number, row.problems)
    if not missing:
        _compare([row for row in rows if isinstance(row, Parsed)], reader)
    return Preview(
        header=file.source.header,
        rows=[
            (
                row.row_number,
                [
                    one_line(plain_text(row.row.values.get(name)), 4 * SHOWN_CHARS)
                    for name in file.source.header
                ],
                reasons(objections.against(row.row_number), gettext).split("\n")
                if row.row_number in objections
                else [],
            )
            for row in rows
        ],
        preset=preset,
        mapping=dict(file.columns.found),
        missing=missing,
        problems=[
            *([Problem(MISSING, params={"names": ", ".join(missing)}).as_json(gettext)] if missing else []),
            *objections.listed(lambda problem: problem.as_json(gettext)),
        ],
        notes=[note.here() for note in reader.notes()],
    )


def _compare(rows: Sequence[Parsed], reader: RowReader) -> None:
    """Let the rows be compared with what stands, for the objections that come of it."""
    told = [Record(reader.key_of(row.values), (row.row_number,), row.values) for row in rows]
    plan(reader.gather(told), reader, clock.now(), lock=False)
