"""Reading the ledger: lines as values, newest first. Who may read which is decided by the caller's loader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from proxeny.core.references import Reference
from proxeny.ledger.models import Entry, Subject
from proxeny.ledger.models.entry import Visibility


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is read: `content` is None once it was erased."""

    sequence: int
    at: datetime
    recorded_at: datetime
    actor: str
    kind: str
    subjects: tuple[str, ...]
    content: dict[str, Any] | None
    hash: str


def count() -> int:
    """Return how many entries there are."""
    return Entry.objects.count()


def newest(most: int = 50, *, before: int | None = None, kinds: Iterable[str] = ()) -> list[Line]:
    """Return up to `most` open lines, newest first, below the sequence `before`."""
    entries = Entry.objects.filter(visibility=Visibility.OPEN).select_related("payload").order_by("-sequence")
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    if chosen := list(kinds):
        entries = entries.filter(kind__in=chosen)
    return [_line(entry) for entry in entries[:most]]


def about(reference: Reference, most: int = 50) -> list[Line]:
    """Return up to `most` open lines about `reference`, newest first."""
    sequences = Subject.objects.filter(reference=str(reference)).order_by("-entry_id").values("entry_id")
    entries = Entry.objects.filter(sequence__in=sequences, visibility=Visibility.OPEN).select_related("payload")
    return [_line(entry) for entry in entries.order_by("-sequence")[:most]]


def _line(entry: Entry) -> Line:
    return Line(
        sequence=entry.sequence,
        at=entry.at,
        recorded_at=entry.recorded_at,
        actor=entry.actor,
        kind=entry.kind,
        subjects=tuple(entry.subjects),
        content=entry.payload.content,
        hash=entry.hash,
    )
