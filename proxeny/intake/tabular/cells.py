"""One cell, read as its field says, or refused with a reason."""

from collections.abc import Callable
from typing import Any

from proxeny.intake.tabular.currencies import read_amount, read_currency
from proxeny.intake.tabular.dates import read_date, read_datetime
from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.numbers import read_integer, read_number
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Cell
from proxeny.intake.tabular.texts import (
    read_boolean,
    read_choice,
    read_email,
    read_phone,
    read_reference,
    read_text,
)

_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})


def read_cell(cell: Cell, field: Field, reading: Reading) -> Any:
    """Return what `cell` means for `field`: an `Amount` for money, else a plain value; None if empty.

    Raises CellError, also for an empty cell of a required field, a spreadsheet's error value and too long a
    text.
    """
    if is_empty(cell):
        if field.required:
            raise CellError("required")
        return None
    if isinstance(cell, str) and cell.strip() in _ERRORS:
        raise CellError("excel_error")
    value = _read(cell, field, reading)
    if field.max_length is not None and isinstance(value, str) and len(value) > field.max_length:
        raise CellError("too_long", limit=field.max_length)
    return value


def is_empty(cell: Cell) -> bool:
    """Return whether the cell holds nothing, or nothing but blanks."""
    return cell is None or (isinstance(cell, str) and not cell.strip("\u200b\ufeff \t\r\n\u00a0\u3000"))


def _read(cell: Cell, field: Field, reading: Reading) -> Any:
    if field.kind in _DAYS:
        return _DAYS[field.kind](cell, reading)
    if field.kind in _NUMBERS:
        return _NUMBERS[field.kind](cell, reading.decimal_mark)
    return read_choice(cell, field) if field.kind is Kind.CHOICE else _WORDS[field.kind](cell)


_DAYS: dict[Kind, Callable[[Cell, Reading], Any]] = {Kind.DATE: read_date, Kind.DATETIME: read_datetime}
_NUMBERS: dict[Kind, Callable[[Cell, str | None], Any]] = {
    Kind.MONEY: read_amount,
    Kind.DECIMAL: read_number,
    Kind.INTEGER: read_integer,
}
_WORDS: dict[Kind, Callable[[Cell], Any]] = {
    Kind.TEXT: read_text,
    Kind.REFERENCE: read_reference,
    Kind.BOOLEAN: read_boolean,
    Kind.CURRENCY: read_currency,
    Kind.EMAIL: read_email,
    Kind.PHONE: read_phone,
}
