"""Checking the entries of a bundle, each by itself and with the one before it."""

import json
from collections.abc import Iterator
from itertools import pairwise

from proxeny.ledger.bundles.breaks import Break, Kind
from proxeny.ledger.bundles.evidence import Evidence, Proven, Text
from proxeny.ledger.details import detail_of
from proxeny.ledger.merkle import ProofFailsError, check_inclusion
from proxeny.ledger.notes import Checkpoint


def check(evidence: Evidence, head: Checkpoint | None) -> Iterator[Break]:
    """Yield what is wrong with the entries; without a good head their paths lead nowhere."""
    about = set(evidence.references)
    for one in evidence.entries:
        place = str(one.row.sequence)
        if not one.row.holds:
            yield Break(place, Kind.ENTRY)
        if one.text is Text.SHOWN and not one.row.text_holds:
            yield Break(place, Kind.TEXT)
        if about.isdisjoint(json.loads(one.row.subjects)):
            yield Break(place, Kind.SUBJECT)
        if head is not None:
            yield from _path(one, head)
    for above, one in pairwise(evidence.entries):
        if not _follows(above, one):
            yield Break(str(one.row.sequence), Kind.ORDER)


def _path(one: Proven, head: Checkpoint) -> Iterator[Break]:
    try:
        leaf = bytes.fromhex(one.row.hash)
        check_inclusion(leaf, one.row.sequence - 1, head.size, one.path, head.root)
    except (ProofFailsError, ValueError) as error:
        yield Break(str(one.row.sequence), Kind.PATH, detail_of(error))


def _follows(above: Proven, one: Proven) -> bool:
    first, second = above.row, one.row
    if second.sequence == first.sequence + 1 and second.previous != first.hash:
        return False
    return first.sequence < second.sequence and first.recorded_at <= second.recorded_at
