"""Verifying the ledger as it is kept, from its first line to its last, against all heads that are known."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection

from proxeny.ledger.checking import Break, Kind, Row, Walk, Witnessed, check_heads, read
from proxeny.ledger.models import Checkpoint
from proxeny.ledger.notes import Verifier

AT_ONCE = 5000
LINES = """
    SELECT e.sequence, e.at, e.recorded_at, e.actor, e.kind, e.subjects, e.visibility, e.commitment, e.previous, e.hash,
           p.key, p.content, x.entry_id IS NOT NULL
    FROM ledger_entry e
    LEFT JOIN ledger_payload p ON p.entry_id = e.sequence
    LEFT JOIN ledger_erased x ON x.entry_id = e.sequence
    WHERE e.sequence > %s ORDER BY e.sequence LIMIT %s
"""
_UNINDEXED = """
    SELECT said.number FROM ({said}) said
    LEFT JOIN ledger_subject s ON s.entry_id = said.number AND s.reference = said.reference
    WHERE s.id IS NULL
    UNION
    SELECT s.entry_id FROM ledger_subject s
    LEFT JOIN ({said}) said ON s.entry_id = said.number AND s.reference = said.reference
    WHERE said.number IS NULL
    ORDER BY 1 LIMIT 100
"""
UNINDEXED = {
    "sqlite": _UNINDEXED.format(
        said="SELECT e.sequence AS number, j.value AS reference FROM ledger_entry e, json_each(e.subjects) j"
    ),
    "postgresql": _UNINDEXED.format(
        said="SELECT e.sequence AS number, jsonb_array_elements_text(e.subjects::jsonb) AS reference FROM ledger_entry e"
    ),
}


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
    breaks += index_breaks() if not breaks else []
    outside_too = [head.size for head, kept_by in heads if kept_by != "this ledger"]
    return Report(walk.rows, sorted(set(breaks)), len(heads), max(outside_too, default=0))


def stretches(*, after: int = 0, most: int = 2**62) -> Iterator[list[Row]]:
    """Yield the lines behind the sequence `after` in order, some thousands at a time; `most` of them where it is said."""
    make = Row._make
    with connection.cursor() as cursor:
        while most > 0:
            # By number rather than with one long cursor: that would hold a snapshot, or the whole answer, for minutes.
            cursor.execute(LINES, [after, min(AT_ONCE, most)])
            rows = [make(columns) for columns in cursor.fetchall()]
            if not rows:
                return
            yield rows if connection.vendor == "sqlite" else [_with_bytes(row) for row in rows]
            after, most = rows[-1].sequence, most - len(rows)


def _with_bytes(row: Row) -> Row:
    """Return the row with its key as bytes, however the driver hands them over."""
    return row if row.key is None else row._replace(key=bytes(row.key))


def index_breaks() -> list[Break]:
    """Compare the index from subjects to entries with what the entries say; only where each line holds."""
    with connection.cursor() as cursor:
        cursor.execute(UNINDEXED[connection.vendor])
        return [
            Break(number, Kind.CHANGED, "the index of subjects is not what the line says")
            for (number,) in cursor.fetchall()
        ]
