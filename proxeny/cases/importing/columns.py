"""How the cells of each field are read, with what the program that wrote the file calls things."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from proxeny.cases.importing.fields import LONGEST_REFERENCE
from proxeny.cases.importing.meaning import (
    Afresh,
    Lexicon,
    Memory,
    Words,
    named,
    severity_of,
    state_of,
    whole_number,
)
from proxeny.cases.importing.times import read_moment
from proxeny.cases.importing.words import EVENTS, NOTHING, PARTS, SEVERITIES, STATES
from proxeny.intake.tabular.cells import is_empty
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.source import Cell
from proxeny.intake.tabular.texts import read_boolean, read_reference, read_text


class Cells:
    """How cells are read; `lexicons` are those of the fields that hold words, by name."""

    def __init__(self, reading: Reading, own: Mapping[str, Words] | None = None) -> None:
        own = own or {}
        self.reading = reading
        self.lexicons = {
            "state": Lexicon(STATES, own.get("state")),
            "severity": Lexicon(SEVERITIES, own.get("severity")),
            "event": Lexicon(EVENTS, own.get("event")),
            "part": Lexicon(PARTS, own.get("part")),
        }
        self._times = Memory(self.moment)
        self._reads: dict[str, Callable[[Cell], Any]] = {
            "case": _reference,
            "at": self._required_moment,
            "state": state_of(self.lexicons["state"]),
            "severity": severity_of(self.lexicons["severity"]),
            "event": self.lexicons["event"].value,
            "part": self.lexicons["part"].value,
            "internal": _yes_or_no,
            "sequence": whole_number,
            "reopens": whole_number,
            "text": _text,
            "description": _text,
            "message": _maybe_reference,
        }

    def of(self, name: str) -> Memory | Afresh:
        """Return how the cells of the field `name` are read: it is asked by cell, and answers CellErrors, raising none."""
        if name in ("text", "message", "description"):
            return Afresh(self._reads[name])
        if name.endswith("_at"):
            return self._times
        return Memory(self._reads.get(name, named))

    def moment(self, cell: Cell) -> datetime | None:
        """Return the moment in the cell, None where it says nothing; CellError where it is none."""
        if is_empty(cell) or (isinstance(cell, str) and cell.strip().casefold() in NOTHING):
            return None
        return read_moment(cell, self.reading)

    def _required_moment(self, cell: Cell) -> datetime:
        found = self.moment(cell)
        if found is None:
            raise CellError("required")
        return found

    @property
    def unknown(self) -> dict[str, list[str]]:
        """The words that nobody knows, by field."""
        return {name: list(one.unknown) for name, one in self.lexicons.items() if one.unknown}


def _reference(cell: Cell) -> str:
    if is_empty(cell):
        raise CellError("required")
    text = read_reference(cell)
    if len(text) > LONGEST_REFERENCE:
        raise CellError("too_long", limit=LONGEST_REFERENCE)
    return text.removesuffix(".0")


def _maybe_reference(cell: Cell) -> str:
    return "" if is_empty(cell) else _reference(cell)


def _yes_or_no(cell: Cell) -> bool | None:
    if not named(cell):
        return None
    text = cell.removesuffix(".0") if isinstance(cell, str) else cell
    return read_boolean(text)


def _text(cell: Cell) -> str:
    return "" if cell is None else read_text(cell)
