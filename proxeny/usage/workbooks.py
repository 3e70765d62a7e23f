"""Consumption in workbooks: rows as the reader of consumption takes them, with the sheet's own row numbers."""

import csv
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext

from proxeny.analytics.usage.reading.faults import Fault
from proxeny.analytics.usage.reading.reasons import Reason
from proxeny.intake.tabular.exporting import plain_text
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.source import Row

MAGIC = b"PK\x03\x04"


def is_workbook(path: Path) -> bool:
    """Tell by its first bytes whether the file is an archive, as workbooks are."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


class Sheet:
    """The first sheet of a workbook; making one raises TabularError where there is none to read."""

    def __init__(self, path: Path) -> None:
        self.source = open_source(path)
        self._numbers = array("L")

    def rows(self) -> Iterator[Mapping[str, str | None]]:
        """Yield the rows; a cell that cannot be trusted holds why, and so can be taken for nothing else."""
        self._numbers = array("L")
        for row in self.source.rows():
            self._numbers.append(row.number)
            yield _cells(row)

    def write_first(self, path: Path, rows: int) -> None:
        """Write the header and the first rows to `path` as CSV."""
        with path.open("w", encoding="utf-8", newline="") as out:
            lines = csv.writer(out)
            lines.writerow(self.source.header)
            lines.writerows(list(one.values()) for one in islice(self.rows(), rows))

    def number(self, position: int) -> int:
        """Return the number in the sheet of the row that was yielded as the `position`-th, from 1."""
        return self._numbers[position - 1] if 0 < position <= len(self._numbers) else position

    def placed(self, reason: Reason) -> Reason:
        """Return the reason with the sheet's number of the row that it names, if it names one."""
        row = reason.params.get("row")
        if not isinstance(row, int):
            return reason
        return replace(reason, params={**reason.params, "row": self.number(row)})

    def fault(self, fault: Fault) -> Fault:
        """Return the fault as one of the sheet's row."""
        return replace(fault, row=self.number(fault.row), reason=self.placed(fault.reason))


def _cells(row: Row) -> dict[str, str | None]:
    cells: dict[str, str | None] = {
        name: None if cell is None else plain_text(cell) for name, cell in row.values.items()
    }
    for problem in row.problems:
        for name in [problem.column] if problem.column else list(cells):
            cells[name] = problem.reason(gettext)
    return cells
