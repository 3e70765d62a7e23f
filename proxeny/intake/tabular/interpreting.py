"""Rows of a file as values of fields, with everything that is wrong with each row said at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from proxeny.intake.tabular.cells import read_cell
from proxeny.intake.tabular.conventions import settle
from proxeny.intake.tabular.currencies import require_in_currency
from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.headers import ColumnMap
from proxeny.intake.tabular.problems import CellError, Problem, shown
from proxeny.intake.tabular.reading import Amount, Reading
from proxeny.intake.tabular.source import Row, Source


@dataclass(frozen=True, slots=True)
class Parsed:
    """A row that could be read. A field without a column is not in `values`; one with an empty cell is
    None.
    """

    row_number: int
    values: Mapping[str, Any]
    row: Row


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that could not be read, and every reason."""

    row_number: int
    problems: tuple[Problem, ...]
    row: Row


class Interpreter:
    """Reads the rows of `source` as `fields`, by the columns of `columns`.

    On making one, the file is read once to learn what its columns settle (`readings`, by field). Raises
    TabularError when a required field has no column.
    """

    def __init__(self, source: Source, fields: Sequence[Field], columns: ColumnMap, reading: Reading) -> None:
        columns.require_complete()
        self._source = source
        self._columns = columns.found
        self._fields = [field for field in fields if field.name in columns.found]
        self._default_currency = reading.currency
        asked = replace(reading, days_from_1904=source.days_from_1904)
        self.readings = settle(source.rows(), columns.found, self._fields, asked)

    def __iter__(self) -> Iterator[Parsed | Refused]:
        """Yield each row, read or refused, in the order of the file."""
        for row in self._source.rows():
            yield self.interpret(row)

    def interpret(self, row: Row) -> Parsed | Refused:
        """Return `row` as values, or refused with every reason."""
        if row.problems:
            return Refused(row.number, row.problems, row)
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for field in self._fields:
            try:
                values[field.name] = read_cell(
                    row.values[self._columns[field.name]], field, self.readings[field.name]
                )
            except CellError as error:
                problems.append(self._problem(row, field, error))
        problems += self._settle_money(row, values)
        if problems:
            places = {column: place for place, column in enumerate(self._source.header)}
            problems.sort(key=lambda problem: places.get(problem.column or "", 0))
            return Refused(row.number, tuple(problems), row)
        return Parsed(row.number, values, row)

    def _settle_money(self, row: Row, values: dict[str, Any]) -> list[Problem]:
        """Turn each amount in `values` into a Decimal in the row's currency; return what is wrong with
        them.
        """
        problems: list[Problem] = []
        for field in self._fields:
            amount = values.get(field.name)
            if field.kind is not Kind.MONEY or amount is None:
                continue
            try:
                values[field.name] = self._settled(amount, field, values)
            except CellError as error:
                problems.append(self._problem(row, field, error))
        return problems

    def _settled(self, amount: Amount, field: Field, values: dict[str, Any]) -> Any:
        named = field.currency in self._columns and field.currency not in values
        if named:  # the row's currency was refused, and is already reported
            return amount.value
        currency = (values.get(field.currency) if field.currency else None) or self._implied(amount)
        require_in_currency(amount, currency)
        if field.currency:
            values[field.currency] = currency
        return amount.value

    def _implied(self, amount: Amount) -> str:
        """Return the currency of an amount whose row names none: the only one its sign means, or the
        default.
        """
        if len(amount.currencies) == 1:
            return next(iter(amount.currencies))
        if self._default_currency and (not amount.currencies or self._default_currency in amount.currencies):
            return self._default_currency
        if amount.currencies:
            raise CellError("currency_ambiguous", currencies=", ".join(sorted(amount.currencies)))
        raise CellError("currency_missing")

    def _problem(self, row: Row, field: Field, error: CellError) -> Problem:
        column = self._columns[field.name]
        return Problem(error.code, row.number, column, shown(row.values.get(column)), error.params)


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a file as they would be taken, and what the columns were found to mean."""

    source: Source
    columns: ColumnMap
    readings: Mapping[str, Reading]
    rows: tuple[Parsed | Refused, ...]


def preview(
    source: Source, fields: Sequence[Field], columns: ColumnMap, reading: Reading, *, rows: int = 20
) -> Preview:
    """Return the first `rows` rows, read exactly as the whole file would be; nothing is raised for missing
    columns.

    While required fields are missing the rows are read without them, so that a person can still see what
    there is.
    """
    complete = replace(columns, missing=())
    interpreter = Interpreter(source, fields, complete, reading)
    return Preview(source, columns, interpreter.readings, tuple(islice(interpreter, rows)))
