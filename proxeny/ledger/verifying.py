"""Verifying the ledger as it is kept, from its first line to its last, against all heads that are known."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any

from proxeny.ledger.checking import Break, Row, Walk, Witnessed, check_heads, read
from proxeny.ledger.models import Checkpoint, Entry, Erased, Subject
from proxeny.ledger.notes import Verifier

AT_ONCE = 5000
COLUMNS = (
    "sequence", "at", "recorded_at", "actor", "kind", "subjects", "visibility", "commitment", "previous", "hash",
    "payload__key", "payload__content",
)  # fmt: skip


@dataclass(slots=True)
class Report:
    """What verification found; `ok` means that not one line was changed, removed or put in.

    `heads` tells how many signed heads were compared, `witnessed_until` up to which line somebody else would notice.
    """

    entries: int = 0
    breaks: list[Break] = field(default_factory=list)
    heads: int = 0
    witnessed_until: int = 0

    @property
    def ok(self) -> bool:
        """Tell whether the ledger holds."""
        return not self.breaks

    def as_json(self) -> dict[str, Any]:
        """Return the document that `proxeny ledger verify --json` prints."""
        return {
            "ok": self.ok,
            "entries": self.entries,
            "breaks": [asdict(found) for found in self.breaks],
            "heads": self.heads,
            "witnessed_until": self.witnessed_until,
        }


def verify(
    progress: Callable[[int], None] = lambda _: None,
    *,
    verifier: Verifier | None = None,
    witnessed: Iterable[Witnessed] = (),
) -> Report:
    """Recompute every hash, commitment and root in order, and compare the heads kept here and elsewhere.

    Without a `verifier` no head is looked at. `witnessed` are the notes that others hold.
    """
    own = [Witnessed(note, "this ledger") for note in Checkpoint.objects.values_list("note", flat=True)]
    outside = list(witnessed)
    heads, breaks = read([*own, *outside], verifier) if verifier else ([], [])
    walk = Walk(head.size for head, _kept_by in heads)
    for rows in stretches():
        walk.over(rows)
        progress(walk.rows)
    breaks += walk.breaks((head.size, head.root) for head, _kept_by in heads)
    breaks += check_heads(heads, walk.roots, walk.end, lines_hold=not breaks)
    breaks += _index() if not breaks else []
    outside_too = [head.size for head, kept_by in heads if kept_by != "this ledger"]
    return Report(walk.rows, sorted(set(breaks)), len(heads), max(outside_too, default=0))


def stretches(*, after: int = 0, most: int | None = None) -> Iterator[list[Row]]:
    """Yield the lines behind the sequence `after` in order, some thousands at a time; `most` of them where it is said."""
    erased = set(Erased.objects.values_list("entry_id", flat=True))
    lines = Entry.objects.filter(sequence__gt=after).order_by("sequence").values_list(*COLUMNS)
    found = lines[:most].iterator(chunk_size=AT_ONCE)
    while rows := [_row(columns, columns[0] in erased) for columns in islice(found, AT_ONCE)]:
        yield rows


def _row(columns: tuple[Any, ...], is_erased: bool) -> Row:
    *leaf, key, content = columns
    return Row._make((*leaf, None if key is None else bytes(key), content, is_erased))


def _index() -> list[Break]:
    """Compare the index from subjects to entries with what the entries say."""
    known: dict[int, list[str]] = {}
    for number, reference in Subject.objects.order_by("entry_id", "reference").values_list(
        "entry_id", "reference"
    ):
        known.setdefault(number, []).append(reference)
    return [
        Break(number, "changed", "the index of subjects is not what the line says")
        for number, subjects in Entry.objects.values_list("sequence", "subjects").iterator(chunk_size=AT_ONCE)
        if sorted(json.loads(subjects)) != known.pop(number, [])
    ]
