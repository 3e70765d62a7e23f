"""Heads appended to a file."""

import os
from itertools import takewhile
from pathlib import Path

from django.conf import settings

from proxeny.ledger.anchors.anchor import Anchor, Unreachable


def _places() -> list[str]:
    return [str(settings.LEDGER_HEADS_FILE)] if settings.LEDGER_HEADS_FILE else []


def _lay(place: str, note: str, _size: int) -> None:
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


def notes_in(text: str) -> list[str]:
    """Return the heads in a file, each as it was signed; whatever else stands there, as in a mail, is passed over."""
    notes: list[str] = []
    said: list[str] = []
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        signed = list(takewhile(lambda line: line.startswith("— "), lines))
        if signed and said:
            notes.append("\n".join([*said, "", *signed, ""]))
        # Behind the signatures the next head may follow at once, where somebody has put two files together.
        said = lines[len(signed) :]
    return notes


FILE = Anchor("file", _places, _lay)
