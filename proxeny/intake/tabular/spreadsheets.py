"""Spreadsheets (Office Open XML): the cells of a sheet as they were last computed, row by row.

Numbers are taken with 15 significant digits, which is all that a spreadsheet keeps of what a person typed;
the binary noise behind them is not the person's. A formula that was never computed is a fault, not an empty
cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.packages import Handler, open_package, parse_part
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Cell, Fault, Record, text_fault
from proxeny.intake.tabular.workbooks import read_strings, read_styles, read_workbook, unescaped

SIGNIFICANT_DIGITS = 15
_COLUMN = re.compile("^[A-Z]{1,7}")


@dataclass(frozen=True, slots=True)
class Outline:
    """What a workbook says of itself, and which of its sheets is read."""

    sheets: tuple[str, ...]
    sheet: str
    days_from_1904: bool


def outline(path: Path, sheet: str | None, limits: Limits) -> Outline:
    """Return the workbook's sheets and the one to read: `sheet`, or the first that is not hidden."""
    with open_package(path, limits) as package:
        book = read_workbook(package)
        return Outline(
            tuple(found.name for found in book.sheets), book.sheet(sheet).name, book.days_from_1904
        )


def records(path: Path, sheet: str, limits: Limits) -> Iterator[Record]:
    """Yield the rows of `sheet` that have cells, with the numbers that they have there."""
    with open_package(path, limits) as package:
        book = read_workbook(package)
        meaning = _Meaning(
            read_strings(package, book, limits),
            read_styles(package, book),
            CALENDAR_MAC_1904 if book.days_from_1904 else CALENDAR_WINDOWS_1900,
        )
        rows = _Rows(meaning, limits)
        for _ in parse_part(package, book.sheet(sheet).part, rows):
            yield from rows.take()


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Turns what stands in a cell's markup into its value."""

    strings: list[str]
    styles: dict[str, str]
    epoch: datetime

    def value(self, kind: str, style: str, text: str) -> Cell:
        if kind == "s":
            return self.strings[int(text)]
        if kind == "b":
            return text.strip() not in ("0", "false")
        if kind == "d":
            return _plainest(datetime.fromisoformat(text))
        if kind == "n":
            return self._number(text, self.styles.get(style, ""))
        return unescaped(text)

    def _number(self, text: str, shows: str) -> Cell:
        number = float(text)
        if shows:
            try:
                moment = from_excel(number, epoch=self.epoch, timedelta=shows == "duration")
            except (OverflowError, ValueError):
                return _rounded(number)
            return _plainest(moment)
        return Decimal(text) if text.isdigit() and len(text) <= SIGNIFICANT_DIGITS else _rounded(number)


def _rounded(number: float) -> Decimal:
    return Decimal(format(number, f".{SIGNIFICANT_DIGITS}g"))


def _plainest(moment: datetime | time | timedelta) -> Cell:
    """Return midnight as its day, and a time without a day as text."""
    if isinstance(moment, datetime):
        return moment if moment.time() != time() else date(moment.year, moment.month, moment.day)
    return str(moment)


class _Rows(Handler):
    """Builds records from the markup of a sheet; a cell beyond the limits is counted, not held."""

    def __init__(self, meaning: _Meaning, limits: Limits) -> None:
        self._meaning = meaning
        self._limits = limits
        self._done: list[Record] = []
        self._number = 0
        self._cells: list[Cell] = []
        self._faults: list[Fault] = []
        self._cell: dict[str, str] = {}
        self._place = 0
        self._parts: list[str] = []
        self._size = 0
        self._taking = False
        self._aside = False
        self._computed = False

    def take(self) -> list[Record]:
        """Return the records that are complete, once."""
        done, self._done = self._done, []
        return done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in {"v", "t"}:
            self._taking = not self._aside
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self._computed = True
        elif name == "rPh":
            self._aside = True

    def end(self, name: str) -> None:
        self._taking = False
        if name == "c":
            self._end_cell()
        elif name == "row":
            self._done.append(Record(self._number, self._cells, self._faults))
        elif name == "rPh":
            self._aside = False

    def text(self, text: str) -> None:
        if self._taking:
            self._size += len(text)
            if self._size <= self._limits.cell_chars:
                self._parts.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r", self._number + 1))
        if not self._number < number <= self._limits.sheet_rows:
            raise TabularError("damaged_spreadsheet", row=self._number + 1, detail=f"row {number}")
        self._number, self._place = number, -1
        self._cells, self._faults = [], []

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        named = _COLUMN.match(attributes.get("r", ""))
        self._place = _column(named.group()) if named else self._place + 1
        self._cell = attributes
        self._parts, self._size, self._computed = [], 0, False

    def _end_cell(self) -> None:
        if self._place >= self._limits.columns:
            if not self._faults or self._faults[-1].code != "too_many_columns":
                self._faults.append(Fault("too_many_columns", None, {"limit": self._limits.columns}))
            return
        value = self._value()
        if value is None:
            return
        self._cells.extend([None] * (self._place + 1 - len(self._cells)))
        self._cells[self._place] = value

    def _value(self) -> Cell:
        if self._size > self._limits.cell_chars:
            self._faults.append(Fault("cell_too_long", self._place, {"limit": self._limits.cell_chars}))
            return ""
        text = "".join(self._parts)
        kind = self._cell.get("t", "n")
        if not text:
            if self._computed and kind != "str":
                self._faults.append(Fault("not_computed", self._place))
            return None
        value = self._meaning.value(kind, self._cell.get("s", "0"), text)
        fault = text_fault(value, self._place, self._limits) if isinstance(value, str) else None
        if fault:
            self._faults.append(fault)
        return value


def _column(letters: str) -> int:
    """Return the place of the column called `letters`, counted from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
