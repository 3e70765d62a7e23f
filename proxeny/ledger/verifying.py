"""Verifying the ledger as it is kept, from its first line to its last, against all heads that are known."""

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection

from proxeny.ledger.checking import Break, Kind, Walk, Witnessed, check_heads, read
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.models import Checkpoint
from proxeny.ledger.notes import Verifier

THIS = Detail(N_("this ledger"))
AT_ONCE = 2048  # a power of two, so that the lines of one stretch are one subtree
LINES = """
    SELECT e.sequence, e.at, e.recorded_at, e.actor, e.kind, e.subjects, e.visibility, e.commitment, e.previous, e.hash,
           p.key, p.content, x.entry_id IS NOT NULL
    FROM ledger_entry e
    LEFT JOIN (SELECT * FROM ledger_payload WHERE entry_id > %s AND entry_id <= %s) p ON p.entry_id = e.sequence
    LEFT JOIN (SELECT * FROM ledger_erased WHERE entry_id > %s AND entry_id <= %s) x ON x.entry_id = e.sequence
    WHERE e.sequence > %s AND e.sequence <= %s ORDER BY e.sequence
"""
# Bounds on each table: without them PostgreSQL reads all texts from the first on, for each stretch anew.
NEXT = "SELECT min(sequence) FROM ledger_entry WHERE sequence > %s"
BEFORE = -(2**63)
INDEXED = (
    "SELECT entry_id, reference FROM ledger_subject WHERE entry_id > %s AND entry_id <= %s ORDER BY entry_id"
)
BELOW = "SELECT sequence FROM ledger_entry WHERE sequence < 1 ORDER BY 1 LIMIT 100"
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
    own = [Witnessed(note, THIS) for note in Checkpoint.objects.values_list("note", flat=True)]
    outside = list(witnessed)
    heads, breaks = read([*own, *outside], verifier) if verifier else ([], [])
    walk, is_indexed = Walk(head.size for head, _kept_by in heads), True
    with _undisturbed():
        for rows in stretches():
            is_indexed = is_indexed and _are_indexed(rows, walk.end or BEFORE)
            walk.over(rows)
            progress(walk.rows)
    is_indexed = is_indexed and not _asked(INDEXED, walk.end, 2**62)
    breaks += _below()
    breaks += walk.breaks((head.size, head.root) for head, _kept_by in heads)
    breaks += check_heads(heads, walk.roots, walk.end, lines_hold=not breaks)
    breaks += index_breaks() if not breaks and not is_indexed else []
    outside_too = [head.size for head, kept_by in heads if kept_by != THIS]
    return Report(walk.rows, sorted(set(breaks)), len(heads), max(outside_too, default=0))


def stretches(*, after: int = 0, most: int = 2**62) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the lines behind the sequence `after` in order, some thousands at a time; `most` of them where it is said.

    A line is the columns of a `Row`, as the database hands them over.
    """
    while most > 0:
        # By number rather than with one long cursor: that would hold a snapshot, or the whole answer, for minutes.
        until = after + min(AT_ONCE, most)
        if rows := _asked(LINES, *(after, until) * 3):
            yield rows
            after, most = until, most - len(rows)
            continue
        [(following,)] = _asked(NEXT, after)
        if following is None:
            return
        after = following - 1


def _are_indexed(rows: Sequence[tuple[Any, ...]], above: int) -> bool:
    """Tell whether the index from subjects to entries says of these lines, all behind `above`, what they say."""
    numbers = [row[0] for row in rows]
    try:
        named = json.loads(f"[{','.join([row[5] for row in rows])}]")
        said = [(number, one) for number, about in zip(numbers, named, strict=True) for one in about]
    except (TypeError, ValueError):  # no lists of words: the walk says so
        return False
    found = _asked(INDEXED, above, numbers[-1])
    found.sort()  # here, for databases have orders of their own for words
    return said == found


def index_breaks() -> list[Break]:
    """Compare the index from subjects to entries with what the entries say; only where each line holds."""
    found = Detail(N_("the index of subjects is not what the line says"))
    return [Break(number, Kind.CHANGED, found) for (number,) in _asked(UNINDEXED[connection.vendor])]


def _below() -> list[Break]:
    """Return the lines that stand where the walk does not come by."""
    found = Detail(N_("lines are numbered from 1 on"))
    return [Break(number, Kind.INSERTED, found) for (number,) in _asked(BELOW)]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let the collector of garbage pass over what there is already: each stretch would make it look at all of it again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _asked(question: str, *values: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
