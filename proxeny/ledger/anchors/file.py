"""Heads appended to a file."""

import os
from pathlib import Path

from django.conf import settings

from proxeny.ledger.anchors.anchor import Anchor, Unreachable
from proxeny.ledger.checking import Witnessed
from proxeny.ledger.checking.kept import notes_in


def _places() -> list[str]:
    return [str(settings.LEDGER_HEADS_FILE)] if settings.LEDGER_HEADS_FILE else []


def _lay(place: str, note: str, _size: int) -> bytes:
    path = Path(place)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8"
        ) as file:
            file.write(f"{note}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Unreachable(f"{place}: {error.strerror}") from error
    return b""


def kept() -> list[Witnessed]:
    """Return the heads in the installation's own file, each with where it is kept; none where there is no such file."""
    place: Path = settings.LEDGER_HEADS_FILE
    if not place.is_file():
        return []
    return [Witnessed(note, str(place)) for note in notes_in(place.read_text("utf-8", "replace"))]


FILE = Anchor("file", _places, _lay)
