"""What was wrong with which row: counted in full, listed up to a limit, written in full on demand."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from proxeny.analytics.usage.reading.reasons import Reason, shortened
from proxeny.tabular.formulas import harmless

LISTED = 10_000
_CELL = 200


@dataclass(frozen=True)
class Fault:
    """One thing wrong: the row (the header is row 1), the file's column where one is to blame, the cell, the
    reason.
    """

    row: int
    column: str
    value: str
    reason: Reason

    def as_dict(self) -> dict[str, object]:
        """As JSON; `reason` holds code, params and English text."""
        return {"row": self.row, "column": self.column, "value": self.value, "reason": self.reason.as_dict()}


@dataclass(frozen=True)
class BadRow:
    """A row that was left out: its number, its cells as the file has them, and every reason."""

    row: int
    cells: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass
class Faults:
    """Collects bad rows. With `target`, each is also written there with its reasons in a last column.

    `explain` turns a reason into the reader's language; cells that a spreadsheet would run are made harmless.
    """

    target: Path | None = None
    explain: Callable[[Reason], str] = str
    count: int = 0
    listed: list[Fault] = field(default_factory=list)
    rows: list[BadRow] = field(default_factory=list)
    _stream: IO[str] | None = None
    _names: Sequence[str] = ()

    def __enter__(self) -> Self:
        if self.target:
            # The mark lets spreadsheets know that the file is UTF-8.
            self._stream = self.target.open("w", encoding="utf-8-sig", newline="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream:
            self._stream.close()
            self._stream = None

    @property
    def counts_only(self) -> bool:
        """Whether another bad row would be counted and nothing more."""
        return self._stream is None and len(self.rows) >= LISTED and len(self.listed) >= LISTED

    def head(self, names: Sequence[str], reason_name: str = "reason") -> None:
        """Write the header of the file of bad rows."""
        self._write([*names, reason_name])

    def add(
        self, row: int, cells: Sequence[str], wrong: Sequence[tuple[str, str, Reason]], *, lines: int = 1
    ) -> None:
        """One bad row; `wrong` holds column, cell and reason. `lines` are the rows of the file that it
        swallowed.
        """
        self.count += lines
        reasons = tuple(why for _, _, why in wrong)
        if len(self.rows) < LISTED:
            self.rows.append(BadRow(row, tuple(cells), reasons))
        for column, value, why in wrong:
            if len(self.listed) < LISTED:
                self.listed.append(Fault(row, column, str(shortened(value, _CELL)), why))
        if self._stream:
            self._write([*cells, "; ".join(map(self.explain, reasons))])

    def _write(self, cells: Sequence[Any]) -> None:
        if self._stream:
            csv.writer(self._stream, lineterminator="\r\n").writerow([harmless(str(cell)) for cell in cells])
