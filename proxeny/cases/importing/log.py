"""Rows that are events: many to a case, in any order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from proxeny.cases.importing.building import history_of
from proxeny.cases.importing.history import History
from proxeny.cases.importing.table import EVENT_FIELDS, Facts, Seen, Table, event_of
from proxeny.cases.importing.told import Event, Told
from proxeny.intake.tabular.source import Row

_FIELDS: Sequence[str] = ("case", "at", *EVENT_FIELDS)


@dataclass(slots=True)
class _Case:
    """What the rows say of one case so far; of each different set of facts, the latest moment at which it held."""

    row: int
    last: datetime
    facts: dict[Facts, tuple[datetime, int, int]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)


class Log(Table):
    """Reads rows that are events. Of all rows stay in memory: the events, and each case's different facts once."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._cases: dict[str, _Case] = {}
        self._forward = self._backward = 0
        at = (self._cells.of("at"), self._columns["at"])
        self._all = [(self._references, self._columns["case"]), at, *self._event_cells]

    def histories(self, seen: Seen) -> Iterator[History]:
        """Read all rows, then yield the cases in the order in which the file first names them, forgetting each."""
        for row in self._each(seen):
            self._take(row)
        newest_first = self._backward > self._forward
        while self._cases:
            reference = next(iter(self._cases))
            case = self._cases.pop(reference)
            yield history_of(self._all_of(reference, case), newest_first=newest_first)

    def _take(self, row: Row) -> None:
        get = row.values.get
        found = [memory[get(column)] for memory, column in self._all]
        if not self._read(row, _FIELDS, found):
            return
        reference, at, facts = found[0], found[1], self._facts(row)
        case = self._cases.get(reference)
        if (case is None or facts not in case.facts) and not self._read(
            row, self._fact_names, self._values(facts)
        ):
            return
        if case is None:
            case = self._cases[reference] = _Case(row.number, at)
        event = event_of(at, row.number, found[2:])
        key = (at, event.sequence, row.number)
        if (known := case.facts.get(facts)) is None or key > known:
            case.facts[facts] = key
        self._forward += at > case.last
        self._backward += at < case.last
        case.last = at
        case.events.append(event)

    def _all_of(self, reference: str, case: _Case) -> Told:
        """Return all of the case; of facts that changed, the latest that says anything holds."""
        latest: dict[str, Any] = {}
        opened = [min(event.at for event in case.events)]
        for facts in sorted(case.facts, key=case.facts.__getitem__):
            values = dict(zip(self._fact_names, self._values(facts), strict=True))
            latest.update((name, value) for name, value in values.items() if value)
            if values.get("opened_at"):
                opened.append(values["opened_at"])
        told = self._told(reference, case.row, {**latest, "opened_at": min(opened)})
        told.events, told.rows = case.events, len(case.events)
        told.left_out = self._left_out.get(reference, 0)
        told.is_snapshot = len(case.events) == 1
        return told
