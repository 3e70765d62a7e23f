"""Files of JSON: one document, or one object a line; the objects in it one by one, and what stands beside them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from proxeny.intake.tabular.encodings import decoded, find_encoding
from proxeny.intake.tabular.json_lines import bounded_lines
from proxeny.intake.tabular.limits import LIMITS
from proxeny.intake.tabular.problems import Problem, TabularError, shown
from proxeny.intake.tabular.source import Cell, Row
from proxeny.intake.tabular.streams import beginning, digest, pieces

MOST_CHARS = 512 * 1024**2
"""A document is held whole while it is read; one object a line has no such limit."""

_MAIN = (
    "tickets",
    "conversations",
    "issues",
    "cases",
    "records",
    "result",
    "results",
    "payload",
    "data",
    "events",
    "items",
)
_DECODER = json.JSONDecoder()
Object = dict[str, Any]


def is_json(path: Path) -> bool:
    """Tell whether the file begins as JSON does, inside gzip too."""
    start = beginning(path, LIMITS, 4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") or (start[:1] == b"[" and start[1:].lstrip()[:1] in (b"{", b"]"))


@dataclass(slots=False)
class JsonFile:
    """A file of JSON. `side` holds what a document has beside its cases: users, groups, organisations by their numbers."""

    path: Path
    encoding: str
    is_lines: bool
    sha256: str
    side: Mapping[str, Mapping[str, Object]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path, encoding: str | None = None) -> "JsonFile":
        """Open the file; raises TabularError where it is no JSON."""
        named = find_encoding(lambda: pieces(path, LIMITS), beginning(path, LIMITS), encoding)
        found = cls(path, named, is_lines=_is_lines(path, named), sha256=digest(path))
        if not found.is_lines:
            found.side = _side(found._whole)
        return found

    def objects(self) -> Iterator[tuple[int, Object | Problem]]:
        """Yield each object with its line, or its place in the document; a line that holds none is a Problem."""
        if self.is_lines:
            yield from self._lines()
            return
        text = self._whole
        start = _main_list(text)
        if start is None:
            whole = _decode(text)
            yield from enumerate(_assets(whole) or [whole], start=1)
            return
        for number, one in enumerate(_elements(text, start), start=1):
            yield number, one if isinstance(one, dict) else Problem("not_an_object", number, value=shown(one))

    @cached_property
    def _whole(self) -> str:
        parts, size = [], 0
        for part in decoded(pieces(self.path, LIMITS), self.encoding):
            size += len(part)
            if size > MOST_CHARS:
                raise TabularError("too_much_text", limit=MOST_CHARS)
            parts.append(part)
        return "".join(parts)

    def _lines(self) -> Iterator[tuple[int, Object | Problem]]:
        text = decoded(pieces(self.path, LIMITS), self.encoding)
        for number, line in enumerate(bounded_lines(text, LIMITS), start=1):
            if line is None:
                yield number, Problem("row_too_long", number, params={"limit": LIMITS.row_chars})
            elif line.strip():
                yield number, _object(number, line)


@dataclass(frozen=True, slots=True)
class JsonRows:
    """Objects as rows of a table: what is nested is shown as what it displays, or else as its JSON."""

    file: JsonFile
    header: tuple[str, ...]

    @classmethod
    def of(cls, file: JsonFile) -> "JsonRows":
        """Find the columns: every key of every object."""
        names: dict[str, None] = {}
        for _number, one in file.objects():
            if isinstance(one, dict):
                names.update(dict.fromkeys(one))
        if not names:
            raise TabularError("unnamed_header")
        return cls(file, tuple(names))

    def rows(self) -> Iterator[Row]:
        """Yield the objects as rows."""
        for number, one in self.file.objects():
            if isinstance(one, Problem):
                yield Row(number, {}, (one,))
            else:
                yield Row(number, {name: _cell(one.get(name)) for name in self.header})


def _is_lines(path: Path, encoding: str) -> bool:
    lines = bounded_lines(decoded(pieces(path, LIMITS), encoding), LIMITS)
    filled = (line.strip() if line else "" for line in lines if line is None or line.strip())
    first = next(filled, None)
    if not first or not first.startswith("{"):
        return False
    return not isinstance(_object(1, first), Problem) and next(filled, None) is not None


def _object(number: int, line: str) -> Object | Problem:
    try:
        found = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return Problem("not_json", number, params={"detail": str(error)[:100]})
    return found if isinstance(found, dict) else Problem("not_an_object", number)


def _decode(text: str) -> Object:
    found = _object(1, text)
    if isinstance(found, Problem):
        raise TabularError(found.code, **found.params)
    return found


def _raw(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (json.JSONDecodeError, RecursionError) as error:
        raise TabularError("not_json", detail=str(error)[:100]) from error


def _past(text: str, at: int, also: str = "") -> int:
    """Return the place of the next character that is neither blank nor one of `also`."""
    while at < len(text) and (text[at] in " \t\r\n\ufeff" or text[at] in also):
        at += 1
    return at


def _members(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each key of the object that begins at `start`, and where its value does."""
    at = _past(text, start + 1)
    while at < len(text) and text[at] == '"':
        key, at = _raw(text, at)
        at = _past(text, _past(text, at) + 1)
        yield key, at
        _value, at = _raw(text, at)
        at = _past(text, at, ",")


def _main_list(text: str) -> int | None:
    """Return where the list of cases begins; None where the document is one case by itself."""
    start = _past(text, 0)
    if text[start : start + 1] == "[":
        return start
    lists = {
        key: at
        for key, at in _members(text, start)
        if (text[at : at + 1] == "[" and text[_past(text, at + 1) :][:1] in ("{", "]")) or key == "data"
    }
    for key in _MAIN:
        if key in lists:
            return lists[key] if text[lists[key]] == "[" else _within(text, lists[key])
    return None


def _within(text: str, start: int) -> int | None:
    if text[start : start + 1] != "{":
        return None
    return next((at for key, at in _members(text, start) if key in _MAIN and text[at : at + 1] == "["), None)


def _elements(text: str, start: int) -> Iterator[Any]:
    at = _past(text, start + 1)
    while at < len(text) and text[at] != "]":
        one, at = _raw(text, at)
        yield one
        at = _past(text, at, ",")


def _side(text: str) -> dict[str, dict[str, Object]]:
    """Return the lists and maps of named things beside the cases, by their numbers."""
    start = _past(text, 0)
    found: dict[str, dict[str, Object]] = {}
    if text[start : start + 1] != "{":
        return found
    for key, at in _members(text, start):
        if key in ("users", "groups", "organizations", "teams", "agents"):
            found[key] = _by_number(_raw(text, at)[0])
        elif key == "assets":
            for kind, several in _raw(text, at)[0].items():
                found[f"{kind.lower()}s"] = _by_number(several)
    return found


def _by_number(several: Any) -> dict[str, Object]:
    every = several.values() if isinstance(several, dict) else several if isinstance(several, list) else ()
    return {str(one["id"]): one for one in every if isinstance(one, dict) and "id" in one}


def _assets(whole: Object) -> list[Object]:
    """Return the tickets of an answer that names them by number and has them among its assets."""
    assets = whole.get("assets")
    tickets = assets.get("Ticket") if isinstance(assets, dict) else None
    return [one for one in tickets.values() if isinstance(one, dict)] if isinstance(tickets, dict) else []


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        shown_as = value.get("display_value", value.get("name", value.get("value")))
        return str(shown_as) if shown_as is not None else json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, str | bool):
        return value
    return json.dumps(value, ensure_ascii=False)
