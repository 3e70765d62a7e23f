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
from proxeny.ledger.models import Entry, Payload, Subject
from proxeny.ledger.models.entry import Visibility

__all__ = ["Visibility", "append"]
APPEND_LOCK = 0x70726F78  # one advisory lock for all appends on PostgreSQL


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
    and lists or dicts of them; amounts are best given as text.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(
            "an entry is appended in the transaction of its change, or one could stand without the other"
        )
    _take_turn()
    last = Entry.objects.order_by("-sequence").values_list("sequence", "hash", "recorded_at").first()
    number, previous, recorded_before = last or (0, GENESIS, "")
    # A machine's clock may be set back; the order of the lines is the order of their writing all the same.
    recorded_at = max(recorded_before, moment(clock.machine_now()))
    plain, key = canonical(_plain(content)), secrets.token_bytes(32)
    subjects = sorted({str(subject) for subject in about})
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
    entry = Entry.objects.create(**leaf._asdict(), hash=entry_hash(leaf))
    Payload.objects.create(entry=entry, key=key, content=plain)
    Subject.objects.bulk_create(Subject(entry=entry, reference=subject) for subject in subjects)
    return entry.sequence


def _take_turn() -> None:
    """Let one writer at a time read the last line and add the next.

    SQLite's IMMEDIATE transactions already exclude each other. On PostgreSQL a lock is held until the transaction ends, so
    that the next writer sees this one's line or knows that it was rolled back.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [APPEND_LOCK])


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
