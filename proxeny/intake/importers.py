"""What every kind of import offers to the faces: its columns, a look at the first rows, and the import itself.

A package that imports something registers an importer; the command line and the import page speak to it through this
interface only. What a person chose stands in the batch: `preset`, `mapping` (ours → theirs) and `options`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from proxeny.core.actors import Actor
from proxeny.core.sentences import Sentence
from proxeny.intake.models import Batch

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Column:
    """One of our fields that a column of the file can be mapped to; label and help are msgids."""

    name: str
    label: str
    required: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """Something else that a person can settle: its name in `batch.options`, a msgid, and what can be chosen.

    `kind` is `choice` (one of `choices`: value and msgid), `switch` or `text`.
    """

    name: str
    label: str
    kind: str = "choice"
    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as they would be taken: their cells, what was understood, what is wrong.

    `mapping` is what was given or guessed; `missing` names required fields without a column. `rows` are
    (number in the file, cells as the file has them, reasons why it would be left out).
    """

    header: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str], Sequence[str]]]
    preset: str
    mapping: Mapping[str, str]
    missing: Sequence[str] = ()
    problems: Sequence[Mapping[str, Any]] = ()
    notes: Sequence[str] = field(default_factory=tuple)


class CannotRead(Exception):  # noqa: N818  (it reads as what it says)
    """Nothing of the file can be read; `why` says why and what to do, as does the text in the language in force."""

    def __init__(self, why: Sentence | str) -> None:
        super().__init__(why.here() if isinstance(why, Sentence) else why)
        self.why = why

    def in_language(self, language: str) -> str:
        """Return why in `language` (`zh` or `en`)."""
        return self.why.in_language(language) if isinstance(self.why, Sentence) else self.why


class Importer(Protocol):
    """One kind of import."""

    columns: Sequence[Column]
    presets: Sequence[tuple[str, str]]
    options: Sequence[Option]

    def preview(self, batch: Batch, rows: int = 20) -> Preview:
        """Look at the first rows without importing; raise CannotRead."""

    def run(self, batch: Batch, *, by: Actor, progress: Progress | None = None) -> dict[str, Any]:
        """Import the batch's file, whole or not at all, and return its document; raise CannotRead.

        The errors and notes of the document are stored sentences; `saying.said` words them.
        """


_importers: dict[str, Importer] = {}


def register(kind: Batch.Kind, importer: Importer) -> None:
    """Make `importer` the one for `kind`."""
    _importers[kind] = importer


def importer_of(kind: str) -> Importer:
    """Return the importer for `kind`, or raise KeyError."""
    return _importers[kind]


def kinds() -> list[Batch.Kind]:
    """Return the kinds that can be imported now, in the order in which people need them."""
    return [kind for kind in Batch.Kind if kind in _importers]
