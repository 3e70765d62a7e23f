"""Objects of a JSON export as cases: each object one case, with all that happened to it."""

from collections.abc import Callable, Iterator

from proxeny.cases.importing.building import history_of
from proxeny.cases.importing.columns import Cells
from proxeny.cases.importing.documents import JsonFile, Object
from proxeny.cases.importing.found import Found
from proxeny.cases.importing.history import History
from proxeny.cases.importing.table import Seen
from proxeny.cases.importing.told import Told
from proxeny.intake.rows.objections import Objections
from proxeny.intake.rows.reading import REPEATED
from proxeny.intake.tabular.problems import Problem

Teller = Callable[[Found], Told]


class Tickets:
    """Reads the objects of a file one by one; only their numbers stay in memory.

    `objections` holds all that was wrong; an object of which only parts were wrong is a case without them.
    """

    def __init__(self, file: JsonFile, teller: Teller, cells: Cells, account: str = "") -> None:
        self._file, self._teller, self._cells, self._account = file, teller, cells, account
        self._seen: dict[str, int] = {}
        self.objections = Objections()
        self.partly = Objections()
        self.rows_read = 0

    def histories(self, seen: Seen) -> Iterator[History]:
        """Yield the case of each object."""
        for number, one in self._file.objects():
            self.rows_read += 1
            seen(1)
            if isinstance(one, Problem):
                self.objections.take(number, [one])
            elif (history := self._history(number, one)) is not None:
                yield history

    def _history(self, number: int, one: Object) -> History | None:
        found = Found(number, one, self._cells, self._file.side)
        told = self._teller(found)
        told.account = told.account or self._account
        told.left_out = found.left_out
        if not told.reference:
            self.objections.take(number, [Problem("required", number, "id")])
        elif (first := self._seen.setdefault(told.reference, number)) != number:
            self.objections.to(number, REPEATED, first=first)
        elif told.opened_at is None and not told.events:
            self.objections.take(number, found.problems or [Problem("required", number, "created_at")])
        else:
            if found.problems:
                self.partly.take(number, found.problems)
            return history_of(told)
        return None
