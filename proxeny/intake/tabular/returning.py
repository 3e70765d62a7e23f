"""The rows that were refused, given back as a file: as they were, with the reasons beside them.

The file can be corrected and imported as it is: the column of reasons is one that no field claims, and a
second round replaces it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Protocol

from proxeny.core.sentences import N_
from proxeny.intake.tabular.interpreting import Refused
from proxeny.intake.tabular.problems import Problem
from proxeny.intake.tabular.source import Cell
from proxeny.intake.tabular.writing import write_delimited, write_spreadsheet

REASON_COLUMN = N_("Why this row was refused")
Translate = Callable[[str], str]


class Headed(Protocol):
    """What the rows came from, as far as giving them back needs to know."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""


def return_as_delimited(
    out: IO[bytes], source: Headed, refused: Iterable[Refused], translate: Translate = str
) -> None:
    """Write the refused rows as CSV that Excel opens: the source's columns, then the reasons, in the
    translator's language.
    """
    header, rows = _table(source, refused, translate)
    write_delimited(out, header, rows)


def return_as_spreadsheet(
    out: IO[bytes], source: Headed, refused: Iterable[Refused], translate: Translate = str
) -> None:
    """Write the refused rows as XLSX; TabularError for a text that no spreadsheet cell can hold."""
    header, rows = _table(source, refused, translate)
    write_spreadsheet(out, header, rows)


def reasons(problems: Sequence[Problem], translate: Translate = str) -> str:
    """Return the reasons as one text: `column: reason`, a line each."""
    return "\n".join(
        f"{problem.column}: {problem.reason(translate)}" if problem.column else problem.reason(translate)
        for problem in problems
    )


def _table(
    source: Headed, refused: Iterable[Refused], translate: Translate
) -> tuple[tuple[str, ...], Iterator[list[Cell]]]:
    title = translate(REASON_COLUMN)
    columns = tuple(name for name in source.header if name not in (title, REASON_COLUMN))

    def rows() -> Iterator[list[Cell]]:
        for item in refused:
            cells = [item.row.values.get(name) for name in columns]
            yield [*cells, reasons(item.problems, translate), *item.row.surplus]

    return (*columns, title), rows()
