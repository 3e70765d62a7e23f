"""Appending to the ledger, in the transaction of the change it tells of."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from django.db import connection

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.ledger.hashing import GENESIS, Leaf, canonical, commitment, entry_hash, moment
from proxeny.ledger.models.entry import Visibility
from proxeny.ledger.rows import carrying

__all__ = ["Visibility", "append"]
APPEND_LOCK = 0x70726F78  # one advisory lock for all appends on PostgreSQL
# Written out: every verb appends, and phrasing the same four statements anew takes longer than what they do.
LAST = "SELECT sequence, hash, recorded_at FROM ledger_entry ORDER BY sequence DESC LIMIT 1"
INSERT_ENTRY = (
    "INSERT INTO ledger_entry (sequence, at, recorded_at, actor, kind, subjects, visibility, commitment, previous, hash) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
INSERT_PAYLOAD = "INSERT INTO ledger_payload (entry_id, key, content) VALUES (%s, %s, %s)"
INSERT_SUBJECT = "INSERT INTO ledger_subject (entry_id, reference) VALUES (%s, %s)"
TAKE_TURN = f"SELECT pg_advisory_xact_lock({APPEND_LOCK})"
INSERT_ALL = (
    f"WITH entry AS ({INSERT_ENTRY}), payload AS ({INSERT_PAYLOAD}) "
    "INSERT INTO ledger_subject (entry_id, reference) SELECT %s, unnest(%s::text[])"
)


def append(
    kind: str,
    *,
    about: Iterable[Reference],
    by: Actor,
    visibility: Visibility = Visibility.OPEN,
    **content: object,
) -> int:
    """Append one entry and return its sequence.

    Must run inside the transaction of the change: both stand or both fall. `content` may hold text, numbers, dates, decimals
    and lists or dicts of them; amounts are best given as text. Rows that are evidence and were changed before, in the same
    transaction, are told of by their fingerprints (`ledger.rows`).
    """
    if not connection.in_atomic_block:
        raise RuntimeError(
            "an entry is appended in the transaction of its change, or one could stand without the other"
        )
    if rows := carrying.carried():
        content[carrying.ROWS] = rows
    plain, key = canonical(_plain(content)), secrets.token_bytes(32)
    subjects = sorted({str(subject) for subject in about})
    with connection.cursor() as cursor:
        number, previous, recorded_before = _last(cursor) or (0, GENESIS, "")
        # A machine's clock may be set back; the order of the lines is the order of their writing all the same.
        recorded_at = max(recorded_before, moment(clock.machine_now()))
        leaf = Leaf(
            sequence=number + 1,
            # One reading of the clock for both, so that a date that is changed later gives itself away.
            at=moment(clock.now()) if clock.is_moved() else recorded_at,
            recorded_at=recorded_at,
            actor=by.reference,
            kind=str(kind),
            subjects=canonical(subjects),
            visibility=visibility.value,
            commitment=commitment(key, plain),
            previous=previous,
        )
        _write(cursor, [*leaf, entry_hash(leaf)], [leaf.sequence, key, plain], subjects)
    return leaf.sequence


def _last(cursor: Any) -> tuple[int, str, str] | None:
    """Let one writer at a time read the last line, and add the next.

    SQLite's IMMEDIATE transactions already exclude each other. On PostgreSQL a lock is held until the transaction ends, so
    that the next writer sees this one's line or knows that it was rolled back. The last line is asked for by a statement of
    its own, though sent along: a statement that waits for the lock still sees what there was before it waited.
    """
    if connection.vendor == "postgresql":
        cursor.execute(f"{TAKE_TURN}; {LAST}")
        cursor.nextset()
    else:
        cursor.execute(LAST)
    found: tuple[int, str, str] | None = cursor.fetchone()
    return found


def _write(cursor: Any, entry: list[Any], payload: list[Any], subjects: list[str]) -> None:
    """Insert the rows of a line; on PostgreSQL all at once, for others wait until the answer has come."""
    if connection.vendor == "postgresql":
        cursor.execute(INSERT_ALL, [*entry, *payload, payload[0], subjects])
        return
    cursor.execute(INSERT_ENTRY, entry)
    cursor.execute(INSERT_PAYLOAD, payload)
    cursor.executemany(INSERT_SUBJECT, [(payload[0], subject) for subject in subjects])


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(inner) for inner in value]
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Decimal, Reference)):
        return str(value)
    return value
