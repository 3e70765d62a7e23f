"""Tables written so that a spreadsheet shows them and runs nothing, and `opening` reads the same back."""

import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from proxeny.intake.tabular.exporting import is_moderate, plain_text, runs_as_formula, safe_cell
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Cell
from proxeny.intake.tabular.spreadsheets import SIGNIFICANT_DIGITS

SHEET_CELL_CHARS = 32_767
_BOM = "\ufeff"
_NEEDS_QUOTES = re.compile('[,;\t|"\r\n]|^\\s|\\s$|^sep=', re.IGNORECASE)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

Rows = Iterable[Sequence[Cell]]


def write_delimited(out: IO[bytes], header: Sequence[str], rows: Rows) -> None:
    """Write UTF-8 CSV with a byte order mark, so that Excel knows the encoding; every text is made safe."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
    try:
        text.write(_BOM + _line(header))
        for row in rows:
            text.write(_line(row))
    finally:
        text.detach()


def write_spreadsheet(out: IO[bytes], header: Sequence[str], rows: Rows, *, title: str = "Sheet1") -> None:
    """Write one sheet: text as text whatever it looks like, numbers and dates as what they are.

    A number that a spreadsheet would round is written as text. Raises TabularError (with the row) for a text
    longer than a cell can hold.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, row in enumerate(_chained(header, rows), start=1):
        sheet.append([_sheet_cell(sheet, cell, number) for cell in row])
    book.save(out)


def write_json_lines(out: IO[bytes], header: Sequence[str], rows: Rows) -> None:
    """Write one JSON object per row; numbers exact, dates as ISO text, empty cells as null."""
    for row in rows:
        pairs = (f"{_json(name)}: {_json(cell)}" for name, cell in zip(header, row, strict=True))
        out.write(("{" + ", ".join(pairs) + "}\n").encode())


def _chained(header: Sequence[str], rows: Rows) -> Iterable[Sequence[Cell]]:
    yield header
    yield from rows


def _line(row: Sequence[Cell]) -> str:
    cells = [_delimited_cell(cell) for cell in row]
    return (",".join(cells) if any(cells) or len(cells) != 1 else '""') + "\r\n"


def _delimited_cell(cell: Cell) -> str:
    if not isinstance(cell, str):
        return plain_text(cell)
    text = safe_cell(cell)
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _sheet_cell(sheet: WriteOnlyWorksheet, cell: Cell, row: int) -> object:
    if isinstance(cell, Decimal):
        if len(cell.as_tuple().digits) <= SIGNIFICANT_DIGITS and is_moderate(cell):
            return cell
        cell = plain_text(cell)
    if isinstance(cell, datetime) and (cell.tzinfo is not None or cell.microsecond):
        cell = plain_text(cell)
    if not isinstance(cell, str):
        return cell
    text = _NOT_IN_XML.sub(lambda found: f"_x{ord(found.group()):04X}_", cell)
    if len(text) > SHEET_CELL_CHARS:
        raise TabularError("cell_too_long_for_sheet", row=row, limit=SHEET_CELL_CHARS)
    written = WriteOnlyCell(sheet, text)
    written.data_type = "s"
    if runs_as_formula(cell):
        written.quotePrefix = True
    return written


def _json(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}" if is_moderate(cell) else json.dumps(str(cell))
    return json.dumps(plain_text(cell) if isinstance(cell, date) else cell, ensure_ascii=False)
