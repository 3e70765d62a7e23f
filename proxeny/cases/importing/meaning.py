"""What the cells of one field mean, each different one read once; words that nobody knows are noted, not refused."""

from collections.abc import Callable, Mapping
from typing import Any

from proxeny.cases.importing.history import Severity
from proxeny.cases.importing.told import State
from proxeny.cases.importing.words import NOTHING
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.source import Cell
from proxeny.intake.tabular.texts import allowed_words, read_text
from proxeny.tabular.folding import folded

MOST_REMEMBERED = 200_000
_ENDINGS = ("closed", "resolved", "solved", "cancelled", "canceled", "已关闭", "已解决", "已完成", "已取消")
"""What begins with one of these says how it ended, whatever follows: `Closed with explanation`."""

Words = Mapping[str, tuple[str, ...]]


class Memory(dict[Any, Any]):
    """Cells and what they mean; for a cell that cannot be read, the CellError that says why."""

    def __init__(self, read: Callable[[Cell], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Any:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        try:
            found = self._read(cell)
        except CellError as error:
            found = error
        self[cell] = found
        return found


class Afresh:
    """The same without remembering, for cells that hardly ever repeat."""

    def __init__(self, read: Callable[[Cell], Any]) -> None:
        self._read = read

    def __getitem__(self, cell: Cell) -> Any:
        try:
            return self._read(cell)
        except CellError as error:
            return error


class Lexicon:
    """The words for the values of one field, those of the program first. `unknown` gathers what it was asked in vain."""

    def __init__(self, known: Words, own: Words | None = None) -> None:
        self._known = known
        self._values: dict[str, str] = {}
        for words in (own or {}, known):
            for value, several in words.items():
                for word in (value, *several):
                    self._values.setdefault(folded(word), value)
        self.unknown: dict[str, None] = {}

    def value(self, cell: Cell) -> str:
        """Return the value that the cell's word stands for, empty where it says nothing or a word nobody knows.

        Raises CellError for what is no word at all.
        """
        text = named(cell)
        if not text:
            return ""
        key = folded(text)
        if (found := self._values.get(key)) is not None and not (key.isdecimal() and text.startswith("-")):
            return found
        if (ending := next((word for word in _ENDINGS if key.startswith(word)), "")) in self._values:
            return self._values[ending]
        if not any(char.isalpha() for char in text):
            raise CellError("not_a_choice", allowed=allowed_words(self._known))
        self.unknown.setdefault(text)
        return ""


def named(cell: Cell) -> str:
    """Return the cell as a name; empty for a blank and for what exports write where they know nothing."""
    if cell is None:
        return ""
    text = read_text(cell)
    return "" if text.casefold() in NOTHING else text


def state_of(lexicon: Lexicon) -> Callable[[Cell], tuple[State | None, str]]:
    """Return how a cell is read as a state, with the word that it was."""

    def read(cell: Cell) -> tuple[State | None, str]:
        value = lexicon.value(cell)
        return (State(value), named(cell)) if value else (None, "")

    return read


def severity_of(lexicon: Lexicon) -> Callable[[Cell], Severity]:
    """Return how a cell is read as a severity."""
    return lambda cell: Severity(lexicon.value(cell))


def whole_number(cell: Cell) -> int:
    """Return the whole number in the cell, 0 where it says nothing."""
    text = named(cell)
    if not text:
        return 0
    try:
        return int(text)
    except ValueError as error:
        raise CellError("not_whole") from error
