"""A batch's file as rows of fields: opened as a person said, its columns found, its refused rows given back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from proxeny.core.sentences import N_, Sentence
from proxeny.intake.importers import CannotRead
from proxeny.intake.rows.choices import Choices
from proxeny.intake.rows.objections import Objections
from proxeny.intake.tabular.cells import is_empty
from proxeny.intake.tabular.currencies import without_currency
from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.headers import ColumnMap, match_header
from proxeny.intake.tabular.interpreting import Interpreter, Parsed, Refused
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.presets import load_preset
from proxeny.intake.tabular.problems import Problem, TabularError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.returning import return_as_delimited
from proxeny.intake.tabular.source import Source

MOST_ROWS = 1_000_000
TOO_MANY = N_("The file has more than %(limit)s rows. Split it.")


class CannotReadRows(CannotRead):
    """Nothing of the file can be read; `problem` says why and, where there is a place, in which row and column."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class RowFile:
    """An opened file, and how its rows are read."""

    source: Source
    fields: tuple[Field, ...]
    columns: ColumnMap
    reading: Reading
    assumes_currency: bool
    preset: str = ""

    def count(self) -> int:
        """Return how many records there are, without interpreting them; raise CannotRead where they are too many."""
        found = sum(1 for _ in islice(self.source.records(), MOST_ROWS + self.source.header_row + 1))
        if found > MOST_ROWS + self.source.header_row:
            raise CannotRead(Sentence(TOO_MANY, {"limit": MOST_ROWS}))
        return found

    def rows(self, *, complete: bool = True) -> Iterator[Parsed | Refused]:
        """Yield each row as its fields, or refused; TabularError where a required field has no column.

        Without `complete` such fields are passed over, so that a person can see what there is.
        """
        columns = self.columns if complete else replace(self.columns, missing=())
        for row in Interpreter(self.source, self.fields, columns, self.reading):
            yield self._as_said(row) if isinstance(row, Parsed) else row

    def give_back(self, path: Path, objections: Objections) -> bool:
        """Write the rows that were refused to `path` with their reasons; without any, write nothing. Tell which."""
        if not objections:
            return False
        refused = (
            Refused(row.number, objections.against(row.number), row)
            for row in self.source.rows()
            if row.number in objections
        )
        with path.open("wb") as out:
            return_as_delimited(out, self.source, refused, gettext)
        return True

    def _as_said(self, row: Parsed) -> Parsed:
        """Leave the currency open where neither the row nor a person named it: the thing itself may have one."""
        money = [field for field in self.fields if field.kind is Kind.MONEY and field.name in row.values]
        if not self.assumes_currency or not money or any(self._is_named(field, row) for field in money):
            return row
        values = dict(row.values)
        for field in money:
            if field.currency and field.currency in self.columns.found:
                values[field.currency] = None
            elif field.currency:
                values.pop(field.currency, None)
        return Parsed(row.row_number, values, row.row)

    def _is_named(self, money: Field, row: Parsed) -> bool:
        column = self.columns.found.get(money.currency or "")
        if column and not is_empty(row.row.values.get(column)):
            return True
        cell = row.row.values.get(self.columns.found[money.name])
        return isinstance(cell, str) and bool(without_currency(cell)[1])


def open_rows(
    path: Path,
    fields: Sequence[Field],
    choices: Choices,
    *,
    kind: str,
    currency: str,
    preset: str = "",
    mapping: Mapping[str, Any] | None = None,
    sha256: str = "",
) -> RowFile:
    """Open the file and find its columns; raises TabularError.

    `currency` is assumed where nothing names one; `sha256` is what the file was received with, if it was.
    """
    named = load_preset(kind, preset) if preset else None
    known = named.applied_to(fields) if named else tuple(fields)
    source = open_source(
        path,
        sheet=choices.sheet,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        header_row=choices.header_row,
    )
    if sha256 and source.sha256 != sha256:
        raise TabularError("changed_while_reading")
    columns = match_header(known, source.header, mapping, named.columns if named else None)
    reading = Reading(
        zone=timezone.get_default_timezone(),
        day_first=named.day_first if named and choices.day_first is None else choices.day_first,
        decimal_mark=choices.decimal or (named.decimal_mark if named else None),
        currency=choices.currency or currency,
    )
    return RowFile(source, known, columns, reading, not choices.currency, preset)
