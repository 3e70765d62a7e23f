"""One object of a JSON export: its parts by their paths, its moments read, what is wrong with it noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from proxeny.cases.importing.columns import Cells
from proxeny.cases.importing.documents import Object
from proxeny.cases.importing.history import Severity
from proxeny.cases.importing.meaning import named
from proxeny.cases.importing.told import State
from proxeny.intake.tabular.problems import CellError, Problem, shown

_CALLED = ("name", "displayName", "display_value", "value", "title", "email", "login")


@dataclass(slots=True)
class Found:
    """An object with its place in the file; `problems` gathers what could not be read, `left_out` counts such events."""

    place: int
    data: Object
    cells: Cells
    side: Mapping[str, Mapping[str, Object]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0

    def get(self, path: str) -> Any:
        """Return what lies at the dotted path, None where nothing does."""
        return at_path(self.data, path)

    def word(self, *paths: str) -> str:
        """Return the first of these that says something, as one line of text."""
        return next((text for path in paths if (text := as_word(self.get(path)))), "")

    def items(self, *paths: str) -> list[Object]:
        """Return the objects in the first of these lists that is there; an object with numbered ones counts as a list."""
        for path in paths:
            several = self.get(path)
            if isinstance(several, dict):
                several = list(several.values())
            if isinstance(several, list) and several:
                return [one for one in several if isinstance(one, dict)]
        return []

    def moment(self, *paths: str) -> datetime | None:
        """Return the first of these moments; one that cannot be read is a problem of the object."""
        for path in paths:
            value = self.get(path)
            if value not in (None, ""):
                return self._read(value, path)
        return None

    def moment_of(self, one: Object, name: str, path: str) -> datetime | None:
        """Return when a part of the object was; a part without a readable moment is left out and noted."""
        found = self._read(one.get(name), f"{path}.{name}")
        if found is None:
            self.left_out += 1
        return found

    def state(self, value: Any, path: str) -> State | None:
        """Return what the word for a state means."""
        found = self._meaning("state", value, path)
        return State(found) if found else None

    def severity(self, *paths: str) -> Severity:
        """Return the severity of the first of these words."""
        path = next((path for path in paths if as_word(self.get(path))), "")
        return Severity(self._meaning("severity", self.get(path), path)) if path else Severity.UNTOLD

    def name_of(self, kind: str, number: Any, *names: str) -> str:
        """Return the name of the thing with that number beside the cases, or the number."""
        if number in (None, "", 0):
            return ""
        one = self.side.get(kind, {}).get(str(number), {})
        return next((text for name in (names or ("name",)) if (text := as_word(one.get(name)))), str(number))

    def _meaning(self, name: str, value: Any, path: str) -> str:
        try:
            return self.cells.lexicons[name].value(as_word(value))
        except CellError as error:
            self.problems.append(Problem(error.code, self.place, path, shown(value), error.params))
            return ""

    def _read(self, value: Any, path: str) -> datetime | None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = Decimal(str(value))
        try:
            found = self.cells.moment(value if isinstance(value, str | Decimal) else None)
        except CellError as error:
            self.problems.append(Problem(error.code, self.place, path, shown(value), error.params))
            return None
        if found is None:
            self.problems.append(Problem("required", self.place, path))
        return found


def at_path(data: Any, path: str) -> Any:
    """Return what lies at the dotted path of nested objects, None where nothing does."""
    for name in path.split("."):
        if not isinstance(data, dict):
            return None
        data = data.get(name)
    return data


def as_word(value: Any) -> str:
    """Return a JSON value as one line of text: of an object what it is called, of a list its words."""
    if isinstance(value, dict):
        words = (as_word(value.get(name)) for name in _CALLED)
        return next((word for word in words if word), "")
    if isinstance(value, list):
        return ", ".join(text for one in value if (text := as_word(one)))
    if value is None or isinstance(value, bool):
        return ""
    return named(str(value).replace("\0", ""))


def plain(value: Any) -> str:
    """Return the text of a message, also of one that is a document of nested parts."""
    text = value if isinstance(value, str) else "".join(_parts(value))
    return text.replace("\0", "").strip()


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        yield from _parts(value.get("content", []))
        if value.get("type") in ("paragraph", "heading", "listItem", "hardBreak"):
            yield "\n"
    elif isinstance(value, list):
        for one in value:
            yield from _parts(one)
