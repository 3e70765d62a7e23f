"""Reading the ledger: lines as values, newest first. Who may read which is decided by the caller's loader."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from proxeny.core.references import Reference
from proxeny.ledger.hashing import read_moment
from proxeny.ledger.models import Entry, Subject
from proxeny.ledger.models.entry import Visibility
from proxeny.ledger.rows.carrying import ROWS


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


def count_about(subject: Reference) -> int:
    """Return how many entries there are about it, also confidential ones: not to be shown, but to see whether any came."""
    return Subject.objects.filter(reference=str(subject)).count()


def newest(most: int = 50, *, before: int | None = None, kinds: Iterable[str] = ()) -> list[Line]:
    """Return up to `most` open lines, newest first, below the sequence `before`."""
    return _newest(Entry.objects.filter(visibility=Visibility.OPEN), most, before, kinds)


def about(
    *subjects: Reference,
    most: int = 50,
    before: int | None = None,
    kinds: Iterable[str] = (),
    without: Iterable[str] = (),
) -> list[Line]:
    """Return up to `most` open lines about any of `subjects`, newest first, below the sequence `before`.

    Only of these `kinds`, where any are named, and none of those in `without`.
    """
    named = Subject.objects.filter(reference__in=[str(subject) for subject in subjects])
    entries = Entry.objects.filter(sequence__in=named.values("entry_id"), visibility=Visibility.OPEN)
    return _newest(entries.exclude(kind__in=list(without)), most, before, kinds)


def _newest(entries: QuerySet[Entry], most: int, before: int | None, kinds: Iterable[str]) -> list[Line]:
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    if chosen := list(kinds):
        entries = entries.filter(kind__in=chosen)
    return [_line(entry) for entry in entries.select_related("payload").order_by("-sequence")[:most]]


def _line(entry: Entry) -> Line:
    return Line(
        sequence=entry.sequence,
        at=read_moment(entry.at),
        recorded_at=read_moment(entry.recorded_at),
        actor=entry.actor,
        kind=entry.kind,
        subjects=tuple(json.loads(entry.subjects)),
        content=_content(entry),
        hash=entry.hash,
    )


def _content(entry: Entry) -> dict[str, Any] | None:
    """Return what the entry says; None where it was erased."""
    try:
        said: dict[str, Any] = json.loads(entry.payload.content)
    except ObjectDoesNotExist:
        return None
    # What the line carries for the program alone, to lay rows beside it, is nothing to read.
    said.pop(ROWS, None)
    return said
