"""Erasing texts of the ledger by law: key and text go, the line and every proof that rests on it stay."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db import connection
from django.db.models import Model, Q

from proxeny.core.erasing import ACTOR, COLLEAGUE, OURS, REFERENCE, SUM, Held, Sought
from proxeny.core.sentences import N_
from proxeny.ledger.models import Anchor, Checkpoint, Entry, Erased, Payload, Subject
from proxeny.ledger.models.entry import Visibility
from proxeny.ledger.models.verification import Verification
from proxeny.ledger.rows import noting
from proxeny.ledger.rows.carrying import ROWS
from proxeny.ledger.rows.declaring import declared, kept

LINES = N_("texts of the record")
TABLE = "ledger_payload"
AT_ONCE = 500

HELD = (
    Held(
        Entry,
        never={
            "at": "a time", "recorded_at": "a time", "actor": ACTOR, "kind": OURS, "subjects": REFERENCE,
            "commitment": "under a key of 32 random bytes that goes with the text", "previous": SUM, "hash": SUM,
        },
    ),
    Held(Subject, never={"reference": REFERENCE}),
    Held(Payload, never={"content": "text and key go together, as a whole (`erase`)", "key": SUM}),
    Held(Verification, never={"break_kind": OURS, "detail": "how two hashes or two counts differ"}),
    Held(Checkpoint, never={"root": SUM, "edges": SUM, "note": SUM}),
    Held(Anchor, never={"place": OURS, "to": COLLEAGUE, "failed_with": OURS, "receipt": SUM}),
)  # fmt: skip


def holding(
    sought: Sought, *, near: Collection[str], own: Collection[str], but: Collection[str] = ()
) -> dict[int, bool]:
    """Return the lines whose text holds what is sought, each with whether only the separate channel knows of it.

    The person's own sentences are looked for in lines about `near`; all lines about `own` are theirs. Lines of the kinds in
    `but` stay.
    """
    there = Payload.objects.exclude(entry__kind__in=but)
    asked = _any(sought.everywhere) | Q(entry__in=_about(own))
    if said := [*sought.near, *sought.alone]:
        asked |= _any(said) & Q(entry__in=_about(near))
    rows = there.filter(asked).values_list("pk", "entry__visibility")
    return {number: visibility == Visibility.CONFIDENTIAL for number, visibility in rows}


def erase(lines: Iterable[int], *, order: int) -> int:
    """Destroy text and key of these lines; `order` is the line that tells who ordered it and who confirmed it.

    Must run in the transaction of that order. What is erased already is left as it is. Return how many were erased.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("texts are erased in the transaction of the order that asks for it")
    wanted = sorted(set(lines) - {order})
    erased = 0
    for start in range(0, len(wanted), AT_ONCE):
        chunk = Payload.objects.filter(pk__in=wanted[start : start + AT_ONCE])
        numbers = list(chunk.values_list("pk", flat=True))
        known = set(Erased.objects.filter(pk__in=numbers).values_list("pk", flat=True))
        Erased.objects.bulk_create(
            [Erased(entry_id=number, order_id=order) for number in numbers if number not in known]
        )
        Payload.objects.filter(pk__in=numbers).delete()
        erased += len(numbers)
    return erased


def rows_told_by(lines: Iterable[int]) -> dict[str, set[int]]:
    """Return the rows of which these lines tell by their fingerprints, by table: another line has to tell of them then."""
    told: dict[str, set[int]] = defaultdict(set)
    wanted = sorted(lines)
    for start in range(0, len(wanted), AT_ONCE):
        kept = Payload.objects.filter(pk__in=wanted[start : start + AT_ONCE], content__contains=f'"{ROWS}"')
        for content in kept.values_list("content", flat=True):
            said = json.loads(content).get(ROWS)
            for label, table in (said.get("tables", {}) if isinstance(said, dict) else {}).items():
                told[label].update(map(int, table["rows"]))
    return told


def tell_anew(told: Mapping[str, Collection[int]]) -> None:
    """Have the next line of this transaction tell how these rows are now."""
    by_name = {one.label: one for one in declared()}
    for label, numbers in told.items():
        if label in by_name:
            noting.again(by_name[label], numbers)


def before_erasing(model: type[Model], numbers: Collection[int]) -> None:
    """Have the next line of this transaction tell of rows that are about to be written."""
    if (one := kept(model)) is not None:
        noting.before_writing(one, numbers)


def erased_by(order: int) -> int:
    """Return how many lines were erased on that order."""
    return Erased.objects.filter(order_id=order).count()


def _any(expressions: Iterable[str]) -> Q:
    asked = Q(pk__in=[])
    for one in expressions:
        asked |= Q(content__iregex=one)
    return asked


def _about(references: Collection[str]) -> Collection[int]:
    return Subject.objects.filter(reference__in=references).values_list("entry_id", flat=True)
