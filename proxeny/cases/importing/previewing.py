"""The first rows of a file of cases, for a person to confirm how they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext

from proxeny.cases.importing.history import History
from proxeny.cases.importing.reading import CaseFile
from proxeny.cases.importing.table import Rows
from proxeny.intake.importers import Preview
from proxeny.intake.rows.previewing import MISSING
from proxeny.intake.tabular.exporting import plain_text
from proxeny.intake.tabular.problems import SHOWN_CHARS, Problem
from proxeny.intake.tabular.problems import shown as one_line
from proxeny.intake.tabular.returning import reasons
from proxeny.intake.tabular.source import Row

_OF_TICKETS = ("case", "account", "title", "state", "opened_at", "team", "text")


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows of a table, which can be read again and again."""

    rest: Rows
    most: int

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""
        return self.rest.header

    def rows(self) -> Iterator[Row]:
        """Yield the first rows."""
        return islice(self.rest.rows(), self.most)


def shown(file: CaseFile, most: int) -> Preview:
    """Return the first rows with their cells and with everything that would keep them from being taken."""
    if file.rows is None:
        return _tickets(file, most)
    first = FirstRows(file.rows, most)
    missing = file.columns.missing
    if not missing and file.over is not None:
        reader = file.over(first)
        for _history in reader.histories(lambda _rows: None):
            pass
        file = replace(file, reader=reader)
    found = [
        (row.number, [_cell(row, name) for name in first.header], _against(file, row)) for row in first.rows()
    ]
    return _preview(file, first.header, found)


def _tickets(file: CaseFile, most: int) -> Preview:
    """Return the first cases of an export that has no columns: what was understood of each."""
    cases = list(islice(file.reader.histories(lambda _rows: None), most))
    found: list[tuple[int, list[str], list[str]]] = [(one.row, _understood(one), []) for one in cases]
    wrong = sorted(
        {one["row"] for one in file.reader.objections.listed(lambda problem: {"row": problem.row})}
    )
    refused = [(row, ["" for _name in _OF_TICKETS], _reasons(file, row)) for row in wrong]
    seen = replace(file.columns, found={name: name for name in _OF_TICKETS})
    return _preview(replace(file, columns=seen), _OF_TICKETS, sorted([*found, *refused])[:most])


def _preview(
    file: CaseFile, header: Sequence[str], rows: Sequence[tuple[int, Sequence[str], Sequence[str]]]
) -> Preview:
    missing = file.columns.missing
    problems = [Problem(MISSING, params={"names": ", ".join(missing)}).as_json(gettext)] if missing else []
    every = [*file.reader.objections.listed(_as_json), *file.reader.partly.listed(_as_json)]
    unknown = [", ".join(several) for several in file.unknown_words.values()]
    notes = [gettext("Words that nobody knows here: %(words)s") % {"words": listed} for listed in unknown]
    return Preview(
        header=header,
        rows=rows,
        preset=file.preset,
        mapping=dict(file.columns.found),
        missing=missing,
        problems=[*problems, *every],
        notes=notes,
    )


def _understood(one: History) -> list[str]:
    team = one.assignments[-1].team if one.assignments else ""
    opened = timezone.localtime(one.opened_at).strftime("%Y-%m-%d %H:%M")
    values = (one.reference, one.account, one.title, one.state, opened, team, one.text)
    return [one_line(value, 4 * SHOWN_CHARS) for value in values]


def _cell(row: Row, name: str) -> str:
    return one_line(plain_text(row.values.get(name)), 4 * SHOWN_CHARS)


def _against(file: CaseFile, row: Row) -> list[str]:
    if file.columns.missing:
        return reasons(row.problems, gettext).split("\n") if row.problems else []
    return _reasons(file, row.number)


def _reasons(file: CaseFile, row: int) -> list[str]:
    objections = file.reader.objections
    return reasons(objections.against(row), gettext).split("\n") if row in objections else []


def _as_json(problem: Problem) -> dict[str, object]:
    return problem.as_json(gettext)
