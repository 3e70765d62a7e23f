"""Gathering from the tables what a bundle proves: lines about something, the tree over all lines, heads that others hold."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q, QuerySet

from proxeny.core.references import Reference
from proxeny.ledger.bundles.evidence import Held, Proven
from proxeny.ledger.bundles.levels import Levels
from proxeny.ledger.checking import Row
from proxeny.ledger.checkpointing import DoesNotHold, sign_head
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.hashing import moment
from proxeny.ledger.merkle import consistency
from proxeny.ledger.models import Anchor, Checkpoint, Entry, Subject
from proxeny.ledger.models.entry import Visibility
from proxeny.ledger.notes import Signer

AT_ONCE = 50_000
COLUMNS = (
    "sequence", "at", "recorded_at", "actor", "kind", "subjects", "visibility", "commitment", "previous", "hash",
    "payload__key", "payload__content", "erased__order_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines are asked for: those about any of `references`, without some kinds, the confidential ones only if said so.

    What is also about any of `closed` is not there for whoever asks, whenever it was written.
    """

    references: tuple[Reference, ...]
    without: frozenset[str] = frozenset()
    with_confidential: bool = False
    closed: tuple[Reference, ...] = ()


class Signed(NamedTuple):
    """A signed head: how many lines it covers, the root over them in hex, and the note."""

    size: int
    root: str
    note: str


def head(signer: Signer) -> Signed | None:
    """Return the head over all lines there are, signed now if need be; None where there are none. Raises DoesNotHold."""
    found = sign_head(signer)
    return Signed(found.size, found.root, found.note) if found else None


def rows(asked: Asked, size: int) -> list[Row]:
    """Return the lines that are asked for among the first `size`, with their texts, in order."""
    found = _entries(asked).filter(sequence__lte=size).order_by("sequence")
    return [
        Row._make((*line, None if key is None else bytes(key), content, order is not None))
        for *line, key, content, order in found.values_list(*COLUMNS)
    ]


def count(asked: Asked) -> int:
    """Return how many lines there are that are asked for."""
    return _entries(asked).count()


def proven(found: Iterable[Row], tree: Levels) -> tuple[Proven, ...]:
    """Return each line with its path in the tree."""
    return tuple(Proven(row, tuple(tree.path(row.sequence - 1))) for row in found)


def tree_of(checkpoint: Signed) -> Levels:
    """Return the tree over the lines that a head covers. Raises DoesNotHold where it is not the head's."""
    tree = Levels(b"".join(_leaves(checkpoint.size)))
    if (tree.size, tree.root.hex()) != (checkpoint.size, checkpoint.root):
        said = N_("the lines up to %(size)s are not those that its head covers")
        raise DoesNotHold(Detail(said, size=checkpoint.size))
    return tree


def held(found: Collection[Row], checkpoint: Signed, tree: Levels) -> list[tuple[str, Held]]:
    """Return, for each line, the first head with it that somebody else took: the note, and who took it when."""
    sizes = list(
        Anchor.objects.filter(failed_with="", checkpoint__lt=checkpoint.size)
        .order_by("checkpoint_id")
        .values_list("checkpoint_id", flat=True)
        .distinct()
    )
    chosen: list[int] = []
    place = 0
    for row in found:
        while place < len(sizes) and sizes[place] < row.sequence:
            place += 1
        if place < len(sizes) and (not chosen or chosen[-1] != sizes[place]):
            chosen.append(sizes[place])
    notes = Checkpoint.objects.in_bulk(chosen)
    return [(notes[size].note, Held(size, kept_by(notes[size]), _grown(size, tree))) for size in chosen]


def kept_by(checkpoint: Checkpoint) -> tuple[str, ...]:
    """Tell who took a head and when. Paths on this machine are nobody's business."""
    return tuple(
        f"{one.place} {one.to} {moment(one.at)}" if one.place == "mail" else f"{one.place} {moment(one.at)}"
        for one in checkpoint.anchors.filter(failed_with="").order_by("pk")
    )


def _entries(asked: Asked) -> QuerySet[Entry]:
    named = Subject.objects.filter(reference__in=[str(one) for one in asked.references])
    open_to = Q() if asked.with_confidential else Q(visibility=Visibility.OPEN)
    entries = Entry.objects.filter(open_to, sequence__in=named.values("entry_id"))
    if asked.closed:
        closed = Subject.objects.filter(reference__in=[str(one) for one in asked.closed])
        entries = entries.exclude(sequence__in=closed.values("entry_id"))
    return entries.exclude(kind__in=asked.without)


def _leaves(size: int) -> Iterator[bytes]:
    for after in range(0, size, AT_ONCE):
        within = Entry.objects.filter(sequence__gt=after, sequence__lte=min(after + AT_ONCE, size))
        yield bytes.fromhex("".join(within.order_by("sequence").values_list("hash", flat=True)))


def _grown(size: int, tree: Levels) -> tuple[bytes, ...]:
    return tuple(consistency(size, tree.size, tree.over))
