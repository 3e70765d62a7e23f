"""The first rows of a file as a table: what each column was taken for, and what is wrong where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from proxeny.intake.importers import Preview

COLUMNS = 24
_NUMBER = re.compile(r"[-+−(]?\s?[¥￥$€£]?\s?\d[\d.,' \u00a0]*\)?\s?%?")


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its name in the file, our field that it was taken for, whether numbers stand in it."""

    name: str
    ours: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the file has it, and what is wrong with it."""

    text: str
    is_number: bool
    wrong: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, its cells, and what is wrong with the whole of it."""

    number: int
    cells: Sequence[Cell]
    wrong: Sequence[str]

    @property
    def is_bad(self) -> bool:
        """Tell whether the row would be left out."""
        return bool(self.wrong) or any(cell.wrong for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns and rows to show, how many columns are left out, what is wrong with none of the rows.

    `is_blocked`: what is wrong concerns the whole file, so that nothing of it could be imported.
    """

    heads: Sequence[Head] = ()
    rows: Sequence[Row] = ()
    hidden: int = 0
    wrong: Sequence[str] = ()
    is_blocked: bool = False

    @property
    def width(self) -> int:
        """Return how many columns are shown."""
        return len(self.heads)


def sheet_of(preview: Preview, labels: Mapping[str, str]) -> Sheet:
    """Lay out a preview; `labels` are the names of our fields in the reader's language."""
    taken = {theirs: labels.get(ours, ours) for ours, theirs in preview.mapping.items() if theirs}
    # The first columns, and all that mean something to us wherever they stand.
    shown = [place for place, name in enumerate(preview.header) if place < COLUMNS or name in taken]
    heads = [
        Head(preview.header[place], taken.get(preview.header[place], ""), _holds_numbers(preview, place))
        for place in shown
    ]
    numbers = {number for number, _cells, _reasons in preview.rows}
    return Sheet(
        heads,
        rows=[_row(preview, place, shown, heads) for place in range(len(preview.rows))],
        hidden=len(preview.header) - len(shown),
        wrong=[_placed(problem) for problem in preview.problems if problem.get("row") not in numbers],
        is_blocked=any(not problem.get("row") for problem in preview.problems),
    )


def _row(preview: Preview, place: int, shown: Sequence[int], heads: Sequence[Head]) -> Row:
    number, cells, reasons = preview.rows[place]
    problems = [problem for problem in preview.problems if problem.get("row") == number]
    wrong: dict[str, list[str]] = {}
    for problem in problems:
        wrong.setdefault(_column(preview, problem), []).append(problem["reason"])
    found = [
        Cell(cells[at] if at < len(cells) else "", head.is_number, wrong.pop(head.name, ()))
        for at, head in zip(shown, heads, strict=True)
    ]
    # What stands in a cell already is not said twice, even where the reason names its column first.
    said = tuple(problem["reason"] for problem in problems)
    whole = [reason for reason in reasons if not reason.endswith(said)]
    return Row(number, found, [*whole, *(reason for left in wrong.values() for reason in left)])


def _column(preview: Preview, problem: Mapping[str, Any]) -> str:
    """Return the file's name of the column that the problem is about; it may be told by our field's name."""
    named = problem.get("column") or ""
    return named if named in preview.header else preview.mapping.get(named, "")


def _holds_numbers(preview: Preview, place: int) -> bool:
    texts = [cells[place].strip() for _number, cells, _reasons in preview.rows if place < len(cells)]
    filled = [text for text in texts if text]
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in filled)
    return bool(filled) and numbers > len(filled) / 2


def _placed(problem: Mapping[str, Any]) -> str:
    if problem.get("row"):
        return _("Row %(row)s: %(reason)s") % problem
    return str(problem["reason"])
