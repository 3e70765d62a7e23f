"""What a bundle says, for machines: `evidence.json`, written and read in one form (docs/ledger.md)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from proxeny.ledger.checking.rows import Row
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.hashing import leaf_from

FORMAT = "proxeny-bundle/1"
_plain = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class NotEvidenceError(ValueError):
    """This is not written as the evidence of a bundle is; the text says what is not."""


class Text(StrEnum):
    """What became of an entry's text: it is there, it is withheld from this reader, or it was erased by law."""

    SHOWN = "shown"
    REDACTED = "redacted"
    ERASED = "erased"


class Proven(NamedTuple):
    """An entry as a bundle holds it: the line with the key and text behind its commitment, and the path to the head's root."""

    row: Row
    path: tuple[bytes, ...]

    @property
    def text(self) -> Text:
        """What became of the text."""
        if self.row.key is not None and self.row.content is not None:
            return Text.SHOWN
        return Text.ERASED if self.row.is_erased else Text.REDACTED


class Held(NamedTuple):
    """An older head that somebody else holds: its size, who holds it since when, and the path from it to the bundle's head."""

    size: int
    kept_by: tuple[str, ...]
    path: tuple[bytes, ...]


class File(NamedTuple):
    """An attachment: which entry names it by its hash, what it was called, and where in the bundle it lies ("" for nowhere)."""

    sequence: int
    sha256: str
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a bundle says. `references` are what it is about; `names`, how those who act are called, prove nothing."""

    origin: str
    verifier: str
    made_at: str
    made_by: str
    references: tuple[str, ...]
    title: str
    entries: tuple[Proven, ...]
    held: tuple[Held, ...] = ()
    files: tuple[File, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """Return the document."""
        document = {
            "format": FORMAT,
            "origin": self.origin,
            "verifier": self.verifier,
            "made": {"at": self.made_at, "by": self.made_by},
            "about": {"references": list(self.references), "title": self.title},
            "entries": [_entry_out(one) for one in self.entries],
            "heads": [
                {"size": one.size, "kept_by": list(one.kept_by), "path": _hexes(one.path)}
                for one in self.held
            ],
            "attachments": [one._asdict() for one in self.files],
            "names": dict(self.names),
        }
        return written(document)

    @classmethod
    def parse(cls, raw: bytes) -> "Evidence":
        """Read what `as_bytes` wrote; raise NotEvidenceError for anything that it would not write."""
        try:
            found = cls._read(json.loads(raw))
            is_exact = found.as_bytes() == raw
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            what = f"{type(error).__name__} {error}"
            raise NotEvidenceError(Detail(N_("it cannot be read: %(what)s"), what=what)) from None
        if not is_exact:
            raise NotEvidenceError(Detail(N_("it is not written in the one form that it has")))
        return found

    @classmethod
    def _read(cls, document: Any) -> "Evidence":
        if document["format"] != FORMAT:
            raise ValueError(f"its form is {document['format']!r}, not {FORMAT}")
        return cls(
            origin=_text(document["origin"]),
            verifier=_text(document["verifier"]),
            made_at=_text(document["made"]["at"]),
            made_by=_text(document["made"]["by"]),
            references=tuple(map(_text, document["about"]["references"])),
            title=_text(document["about"]["title"]),
            entries=tuple(map(_entry_in, document["entries"])),
            held=tuple(
                Held(_whole(one["size"]), tuple(map(_text, one["kept_by"])), _bytes(one["path"]))
                for one in document["heads"]
            ),
            files=tuple(
                File(_whole(one["sequence"]), _text(one["sha256"]), _text(one["name"]), _text(one["place"]))
                for one in document["attachments"]
            ),
            names={_text(key): _text(name) for key, name in document["names"].items()},
        )


def written(document: Mapping[str, Any]) -> bytes:
    """Return a document in the one form: a line for each field, and for each element of a list."""
    fields = [f"{_plain(name)}:{_field(document[name])}" for name in sorted(document)]
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _field(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_plain, value)) + "\n]"
    return _plain(value)


def files_named(row: Row) -> tuple[str, ...]:
    """Return the hashes of the files that the text of an entry names, if it can be read."""
    said = json.loads(row.content) if row.content else {}
    named = said.get("files") if isinstance(said, dict) else None
    return tuple(one for one in named if isinstance(one, str)) if isinstance(named, list) else ()


def _entry_out(one: Proven) -> dict[str, Any]:
    row = one.row
    line = {**row.leaf._asdict(), "subjects": json.loads(row.subjects)}
    said = {"key": row.key.hex(), "content": row.content} if row.key is not None else {}
    return {"line": line, "hash": row.hash, "text": one.text.value, **said, "path": _hexes(one.path)}


def _entry_in(stored: Mapping[str, Any]) -> Proven:
    line, text = stored["line"], Text(stored["text"])
    for name, value in line.items():
        if name not in {"sequence", "subjects"}:
            _text(value)
    _whole(line["sequence"])
    for subject in line["subjects"]:
        _text(subject)
    key = content = None
    if text is Text.SHOWN:
        key, content = bytes.fromhex(stored["key"]), _text(stored["content"])
        json.loads(content)
    row = Row(*leaf_from(line), _text(stored["hash"]), key, content, text is Text.ERASED)
    return Proven(row, _bytes(stored["path"]))


def _hexes(path: tuple[bytes, ...]) -> list[str]:
    return [step.hex() for step in path]


def _bytes(path: list[str]) -> tuple[bytes, ...]:
    steps = tuple(bytes.fromhex(step) for step in path)
    if any(len(step) != 32 for step in steps):
        raise ValueError("a step of a path has not 32 bytes")
    return steps


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 < value < 2**53:
        raise TypeError(f"{value!r} is no number of an entry")
    return value
