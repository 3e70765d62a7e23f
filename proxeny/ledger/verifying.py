"""Verifying the ledger from its first line to its last."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from proxeny.ledger.hashing import GENESIS, commitment, entry_hash
from proxeny.ledger.models import Entry

COLUMNS = (
    "sequence",
    "at",
    "recorded_at",
    "actor",
    "kind",
    "subjects",
    "visibility",
    "commitment",
    "previous",
)
MOST_BREAKS = 100


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the ledger does not hold: the sequence, the kind of break, and what was found."""

    sequence: int
    kind: str
    detail: str


@dataclass(slots=True)
class Report:
    """What verification found; `ok` means that not one line was changed, removed or put in."""

    entries: int = 0
    breaks: list[Break] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Tell whether the ledger holds."""
        return not self.breaks

    def as_json(self) -> dict[str, Any]:
        """Return the document that `proxeny ledger verify --json` prints."""
        return {"ok": self.ok, "entries": self.entries, "breaks": [asdict(found) for found in self.breaks]}


def verify(progress: Callable[[int], None] = lambda _: None) -> Report:
    """Recompute every hash and commitment in order; stop after a hundred breaks."""
    report, expected, previous = Report(), 1, GENESIS
    for entry in Entry.objects.select_related("payload").order_by("sequence").iterator(chunk_size=2000):
        report.entries += 1
        report.breaks.extend(_breaks(entry, expected, previous))
        if len(report.breaks) >= MOST_BREAKS:
            break
        expected, previous = entry.sequence + 1, entry.hash
        progress(report.entries)
    return report


def _breaks(entry: Entry, expected: int, previous: str) -> Iterator[Break]:
    if entry.sequence != expected:
        lost = entry.sequence - expected
        yield Break(expected, "missing", f"{lost} lines are missing before {entry.sequence}")
    elif entry.previous != previous:
        yield Break(entry.sequence, "reordered", "the line does not follow the one before it")
    if entry_hash({name: getattr(entry, name) for name in COLUMNS}) != entry.hash:
        yield Break(entry.sequence, "changed", "the line's columns do not give its hash")
    try:
        if commitment(bytes(entry.payload.key), entry.payload.content) != entry.commitment:
            yield Break(entry.sequence, "changed", "the line's text is not what was committed to")
    except ObjectDoesNotExist:
        yield Break(entry.sequence, "missing", "the line's text is missing")
