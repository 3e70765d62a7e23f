"""Rows that are cases: one row tells how a case stands, and perhaps when it was opened, solved and closed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from proxeny.cases.importing.building import history_of
from proxeny.cases.importing.columns import Cells
from proxeny.cases.importing.history import History
from proxeny.cases.importing.table import EVENT_FIELDS, Seen, Table, event_of
from proxeny.cases.importing.told import DONE, Event, State
from proxeny.core.sentences import N_
from proxeny.intake.rows.reading import REPEATED
from proxeny.intake.tabular.problems import Problem
from proxeny.intake.tabular.source import Row

BACKWARDS = N_("It was solved or closed before it was opened.")
NO_MOMENT = N_("Nothing says when the case was opened.")
_FIELDS: Sequence[str] = ("case", *EVENT_FIELDS)

More = Callable[[Row, Cells], Iterable[Event | Problem]]
"""Further events that a row tells of in columns that only one program has, and what is wrong there."""


class Flat(Table):
    """Reads rows that are cases, one after the other; only their numbers stay in memory."""

    more: More | None = None
    state_besides: Callable[[Row], State | None] | None = None
    """How a row tells its state where nobody knows its word for it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._seen: dict[str, int] = {}

    def histories(self, seen: Seen) -> Iterator[History]:
        """Yield the case of each row."""
        for row in self._each(seen):
            if (found := self._case(row)) is not None:
                yield found

    def _case(self, row: Row) -> History | None:
        get = row.values.get
        found = [self._references[get(self._columns["case"])]]
        found += [memory[get(column)] for memory, column in self._event_cells]
        facts = self._values(self._facts(row))
        names = [*_FIELDS, *self._fact_names]
        if not self._read(row, names, [*found, *facts]):
            return None
        reference = found[0]
        first = self._seen.setdefault(reference, row.number)
        if first != row.number:
            self.objections.to(row.number, REPEATED, column=self._columns["case"], first=first)
            return None
        values = dict(zip(self._fact_names, facts, strict=True))
        return self._history(row, reference, values, found[1:])

    def _history(
        self, row: Row, reference: str, values: Mapping[str, Any], found: Sequence[Any]
    ) -> History | None:
        told = self._told(reference, row.number, values)
        (state, word), reopens = found[0], found[-1]
        if state is None and self.state_besides is not None:
            state = self.state_besides(row)
            found = [(state, word), *found[1:]]
        at = _moment_of(state, values)
        opened = told.opened_at or at
        if at is None or opened is None:
            self.objections.to(row.number, NO_MOMENT, column=self._columns.get("opened_at"))
        elif any(end < opened for end in (told.resolved_at, told.closed_at) if end):
            self.objections.to(row.number, BACKWARDS, column=self._columns.get("resolved_at"))
        else:
            event = event_of(max(at, opened), row.number, found)
            # What the row says besides is the case's own words, and was said when it was opened.
            told.text, event = told.text or event.text, event._replace(text="", direction=None)
            told.opened_at, told.is_snapshot, told.reopens = opened, True, reopens
            told.events = [event, *self._further(row, reference)]
            told.left_out = self._left_out.get(reference, 0)
            return history_of(told)
        return None

    def _further(self, row: Row, reference: str) -> Iterator[Event]:
        """Yield what the row tells besides; of what cannot be read it says so, and goes on."""
        for one in self.more(row, self._cells) if self.more else ():
            if isinstance(one, Problem):
                self.partly.take(row.number, [one])
                self._left_out[reference] += 1
            else:
                yield one


def _moment_of(state: State | None, values: Mapping[str, Any]) -> datetime | None:
    """Return since when a case stands as its row says: the best of the moments that the row has."""
    names: Sequence[str] = ("updated_at", "opened_at", "resolved_at", "closed_at")
    if state is State.CLOSED:
        names = ("closed_at", "resolved_at", "updated_at", "opened_at")
    elif state in DONE:
        names = ("resolved_at", "updated_at", "opened_at")
    return next((values[name] for name in names if values.get(name)), None)
