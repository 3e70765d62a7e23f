"""How many rows an import is about, as far as that is known before the file is read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.core import words
from proxeny.intake import receiving
from proxeny.intake.models import Batch

WORTH_COUNTING = 64 << 20
CHUNK = 1 << 20


class Seen(Protocol):
    """A row of the first ones."""

    @property
    def is_bad(self) -> bool:
        """Tell whether the row would be left out."""


def button(batch: Batch, rows: Sequence[Seen], most: int) -> str:
    """Return what the button says that starts the import: exact for short files, about for long ones."""
    if len(rows) < most:
        good = sum(not row.is_bad for row in rows)
        return ngettext("Import %(count)s row", "Import %(count)s rows", good) % {"count": good}
    lines = _lines_of(batch)
    if lines is None:
        return _("Import the whole file")
    return _("Import about %(count)s rows") % {"count": words.number(max(lines - 1, len(rows)), words.here())}


def said_of_rows(rows: Sequence[Seen]) -> str:
    """Say how the first rows are."""
    bad = sum(row.is_bad for row in rows)
    if not rows:
        return _("There is no row below the header.")
    if not bad:
        return ngettext("The only row can be read.", "The first %(count)s rows can be read.", len(rows)) % {
            "count": len(rows)
        }
    said = ngettext(
        "%(bad)s of the first %(count)s rows would be left out; it comes back as a file with its reason.",
        "%(bad)s of the first %(count)s rows would be left out; they come back as a file with their reasons.",
        bad,
    )
    return said % {"bad": bad, "count": len(rows)}


def _lines_of(batch: Batch) -> int | None:
    """Return the number of lines of a text file that is short enough to count; None for others."""
    path = receiving.path_of(batch)
    return _count(path) if batch.size <= WORTH_COUNTING and path.is_file() else None


def _count(path: Path) -> int | None:
    lines, last = 0, b"\n"
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk or (not lines and chunk.startswith(b"\x1f\x8b")):
                return None
            lines, last = lines + chunk.count(b"\n"), chunk[-1:]
    return lines + (last != b"\n")
