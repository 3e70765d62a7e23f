"""What rows that are events and rows that are cases have in common: cells read, rows refused, facts of a case."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from proxeny.cases.importing.columns import Cells
from proxeny.cases.importing.history import Direction, History, Severity
from proxeny.cases.importing.told import Event, State, Told
from proxeny.cases.importing.words import STATE_OF_EVENT
from proxeny.intake.rows.objections import Objections
from proxeny.intake.tabular.problems import CellError, Problem, shown
from proxeny.intake.tabular.source import Cell, Row

EVENT_FIELDS = (
    "state", "event", "why", "team", "person", "who", "part", "internal", "text", "message", "sequence",
    "reopens",
)  # fmt: skip
FACT_FIELDS = (
    "account", "title", "description", "reporter", "severity", "kind", "subkind", "product",
    "opened_at", "updated_at", "resolved_at", "closed_at",
)  # fmt: skip
_DIRECTIONS = {
    "customer": Direction.INBOUND,
    "reply": Direction.OUTBOUND,
    "note": Direction.INTERNAL,
    "colleague": Direction.OUTBOUND,
    "system": Direction.INTERNAL,
}
_CUSTOMERS = ("customer", "caller", "user", "client", "requester", "客户", "用户")

Facts = tuple[Cell, ...]
Seen = Callable[[int], None]


class Rows(Protocol):
    """A table whose rows can be read again and again."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order."""


class Table(ABC):
    """Reads the rows of one table as cases. `columns` is field to column, `account` the customer of cases that name none.

    What was wrong with which row stands in `objections`, complete once `histories` has come to its end; `partly` holds what
    was wrong with rows that could be taken without it.
    """

    def __init__(self, rows: Rows, columns: Mapping[str, str], cells: Cells, account: str = "") -> None:
        self._rows, self._columns, self._cells, self._account = rows, columns, cells, account
        self._fact_names = [name for name in FACT_FIELDS if name in columns]
        self._fact_columns = [columns[name] for name in self._fact_names]
        self._fact_cells = [cells.of(name) for name in self._fact_names]
        self._event_cells = [(cells.of(name), columns.get(name, "")) for name in EVENT_FIELDS]
        self._references = cells.of("case")
        self._left_out: defaultdict[str, int] = defaultdict(int)
        self.objections = Objections()
        self.partly = Objections()
        self.rows_read = 0

    @abstractmethod
    def histories(self, seen: Seen) -> Iterator[History]:
        """Yield each case that the rows are enough for; `seen` is told of rows as they are read."""

    def _each(self, seen: Seen) -> Iterator[Row]:
        """Yield the rows that can be used at all."""
        for row in self._rows.rows():
            self.rows_read += 1
            if self.rows_read % 1000 == 0:
                seen(1000)
            if row.problems:
                self._refuse(row, row.problems)
            else:
                yield row
        seen(self.rows_read % 1000)

    def _read(self, row: Row, names: Sequence[str], found: Sequence[Any]) -> bool:
        """Tell whether all that was found could be read; else refuse the row."""
        if CellError not in map(type, found):
            return True
        self._refuse(row, self._problems(row, names, found))
        return False

    def _facts(self, row: Row) -> Facts:
        get = row.values.get
        return tuple([get(column) for column in self._fact_columns])

    def _values(self, facts: Facts) -> list[Any]:
        return [memory[cell] for memory, cell in zip(self._fact_cells, facts, strict=True)]

    def _refuse(self, row: Row, problems: Iterable[Problem]) -> None:
        """Leave the row out; where it can be told whose it is, the case says that something is missing."""
        self.objections.take(row.number, problems)
        reference = self._references[row.values.get(self._columns["case"])]
        if isinstance(reference, str):
            self._left_out[reference] += 1

    def _problems(self, row: Row, names: Sequence[str], found: Sequence[Any]) -> list[Problem]:
        problems = []
        for name, error in zip(names, found, strict=True):
            if isinstance(error, CellError):
                column = self._columns.get(name, name)
                value = shown(row.values.get(column))
                problems.append(Problem(error.code, row.number, column, value, error.params))
        return problems

    def _told(self, reference: str, row: int, values: Mapping[str, Any]) -> Told:
        return Told(
            reference=reference,
            row=row,
            account=values.get("account") or self._account,
            opened_at=values.get("opened_at"),
            title=values.get("title", ""),
            text=values.get("description", ""),
            reporter=values.get("reporter", ""),
            severity=values.get("severity") or Severity.UNTOLD,
            kinds=tuple(values[name] for name in ("kind", "subkind") if values.get(name)),
            product=values.get("product", ""),
            resolved_at=values.get("resolved_at"),
            closed_at=values.get("closed_at"),
        )


def event_of(at: datetime, place: int, found: Sequence[Any]) -> Event:
    """Return the event of a row; `found` are the values of `EVENT_FIELDS`."""
    (state, word), happened, why, team, person, who, part, internal, text, message, sequence, reopens = found
    if happened:
        state = STATE_OF_EVENT.get(happened, state)
    if state is State.HELD and why and any(one in why.casefold() for one in _CUSTOMERS):
        state = State.WAITING
    direction = _direction(happened, part, is_internal=internal) if text else None
    return Event(
        at, sequence, place, state, why or word, team, person, who, direction, text, message, reopens
    )


def _direction(happened: str, part: str, *, is_internal: bool | None) -> Direction | None:
    """Return whom a message went to; what colleagues are said to have among themselves stays there whoever wrote it."""
    if is_internal:
        return Direction.INTERNAL
    told = _DIRECTIONS.get(happened) or _DIRECTIONS.get("" if part == "customer" else part)
    if told is None and part == "customer":
        told = Direction.INBOUND
    return Direction.OUTBOUND if told is None and is_internal is False else told
