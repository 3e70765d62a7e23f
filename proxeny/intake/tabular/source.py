"""A file of rows that has been opened: what it is, its header, and its rows one by one."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.problems import Problem, TabularError, shown
from proxeny.intake.tabular.streams import Stamp

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

Cell = str | Decimal | bool | date | None
"""What a file has in a cell: text alone in CSV; in a spreadsheet also numbers, truth and dates (a datetime
is a date).
"""


class Format(StrEnum):
    """The kinds of file that are understood."""

    DELIMITED = "delimited"
    SPREADSHEET = "spreadsheet"
    JSON_LINES = "json_lines"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a record whose columns have no names yet; `place` is the cell's, None for the
    record.
    """

    code: str
    place: int | None = None
    params: Mapping[str, Any] = field(default_factory=dict)


class Record(NamedTuple):
    """One record as a format's reader yields it."""

    number: int
    cells: Sequence[Cell]
    faults: Sequence[Fault] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its header.

    `number` is the row's as a spreadsheet counts, the header being row 1 (in JSON lines, the line). `surplus`
    are cells beyond the header; `problems` say why the row cannot be used, whatever its cells mean.
    """

    number: int
    values: Mapping[str, Cell]
    problems: tuple[Problem, ...] = ()
    surplus: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What was found on opening a file; `rows()` may be called again and again and reads the file each time.

    `sha256` is of the bytes on disk and `size` their count; two previews with the same digest are of the same
    file. `encoding` and `delimiter` are None where the format has none; `sheets` is empty but for
    spreadsheets.
    """

    path: Path
    format: Format
    header: tuple[str, ...]
    header_row: int
    sha256: str
    size: int
    stamp: Stamp
    records: Callable[[], Iterator[Record]]
    limits: Limits
    encoding: str | None = None
    delimiter: str | None = None
    compressed: bool = False
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    days_from_1904: bool = False

    def rows(self) -> Iterator[Row]:
        """Yield each row that holds anything; rows of nothing but blanks are passed over, and counted.

        Raises TabularError where the rest of the file cannot be trusted: an unclosed quote, a damaged
        archive, or a file that is no longer the one that was opened.
        """
        self._require_unchanged()
        for record in self.records():
            if record.number > self.header_row and not is_blank(record):
                yield self._row(record)
        self._require_unchanged()

    def _row(self, record: Record) -> Row:
        width = len(self.header)
        cells = list(record.cells)
        while len(cells) > width and cells[-1] in (None, ""):
            cells.pop()
        problems = [self._problem(record, fault) for fault in record.faults]
        if self.format is not Format.DELIMITED:
            cells.extend([None] * (width - len(cells)))
        if len(cells) != width and not problems:
            problems.append(Problem("ragged", record.number, params={"cells": len(cells), "columns": width}))
        cells.extend([None] * (width - len(cells)))
        values = dict(zip(self.header, cells, strict=False))
        return Row(record.number, values, tuple(problems), tuple(cells[width:]))

    def _problem(self, record: Record, fault: Fault) -> Problem:
        if fault.place is None or fault.place >= len(self.header):
            return Problem(fault.code, record.number, params=fault.params)
        value = record.cells[fault.place] if fault.place < len(record.cells) else None
        return Problem(fault.code, record.number, self.header[fault.place], shown(value), fault.params)

    def _require_unchanged(self) -> None:
        if Stamp.of(self.path) != self.stamp:
            raise TabularError("changed_while_reading")


def text_fault(text: str, place: int, limits: Limits) -> Fault | None:
    """Return what makes the text of a cell unusable whatever its column holds, or None."""
    if len(text) > limits.cell_chars:
        return Fault("cell_too_long", place, {"limit": limits.cell_chars})
    if "\0" in text:
        return Fault("nul", place)
    return Fault("broken_characters", place) if not text.isascii() and _HALF_CHARACTER.search(text) else None


def is_blank(record: Record) -> bool:
    """Return whether the record holds nothing: no cell with more than spaces, and nothing wrong with it."""
    return not record.faults and all(
        cell is None or (isinstance(cell, str) and not cell.strip()) for cell in record.cells
    )
