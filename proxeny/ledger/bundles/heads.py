"""Checking the heads in a bundle, and comparing them with heads that somebody else has kept."""

from dataclasses import dataclass, field

from proxeny.ledger.bundles.breaks import Break, Kind
from proxeny.ledger.bundles.evidence import Evidence, Held
from proxeny.ledger.bundles.names import HEADS
from proxeny.ledger.details import N_, Detail, detail_of
from proxeny.ledger.merkle import ProofFailsError, check_consistency
from proxeny.ledger.notes import Checkpoint, NotSignedError, Verifier


@dataclass(frozen=True, slots=True)
class Heads:
    """The good heads of a bundle: the one that the entries lead to, and all by size."""

    head: Checkpoint | None = None
    by_size: dict[int, Checkpoint] = field(default_factory=dict)


def read_heads(raw: bytes, evidence: Evidence, verifier: Verifier) -> tuple[Heads, list[Break]]:
    """Return the heads that the key has signed and that grow into the first of them, and what is wrong with the others."""
    try:
        first, *others = notes_in(raw.decode())
        head = _head(first, verifier)
    except ValueError as error:
        return Heads(), [Break(HEADS, Kind.HEAD, detail_of(error))]
    heads, breaks = Heads(head, {head.size: head}), []
    if len(others) != len(evidence.held):
        said = Detail(N_("it does not hold the heads that the evidence lists"))
        breaks.append(Break(HEADS, Kind.HEAD, said))
    for note, held in zip(others, evidence.held, strict=False):
        try:
            older = _grown(note, held, head, verifier)
            heads.by_size[older.size] = older
        except ValueError as error:
            said = Detail("%(size)s: %(what)s", size=held.size, what=detail_of(error))
            breaks.append(Break(HEADS, Kind.HEAD, said))
    return heads, breaks


def agreeing(note: str, heads: Heads, verifier: Verifier) -> bool:
    """Tell whether a kept head is one of the bundle's; of a size that the bundle has none of, nothing can be said.

    Raises ValueError where the key has not signed it, or it is another than the bundle's of that size.
    """
    kept = _head(note, verifier)
    own = heads.by_size.get(kept.size)
    if own is not None and own.root != kept.root:
        said = N_("another head of %(size)s entries was kept than the one in this file")
        raise ValueError(Detail(said, size=kept.size))
    return own is not None


def notes_in(text: str) -> list[str]:
    """Return the notes of `head.txt`, each as it was signed; a blank line parts them. Raises ValueError."""
    blocks = text.removesuffix("\n").split("\n\n")
    if len(blocks) % 2:
        raise ValueError(Detail(N_("these are no signed heads")))
    return [f"{said}\n\n{signatures}\n" for said, signatures in zip(blocks[::2], blocks[1::2], strict=True)]


def _head(note: str, verifier: Verifier) -> Checkpoint:
    head = Checkpoint.parse(verifier.check(note))
    if head.origin != verifier.name:
        raise NotSignedError(Detail(N_("the head is of another ledger")))
    return head


def _grown(note: str, held: Held, head: Checkpoint, verifier: Verifier) -> Checkpoint:
    older = _head(note, verifier)
    if older.size != held.size:
        raise ProofFailsError(Detail(N_("it is a head of another size")))
    check_consistency(older.size, head.size, held.path, older.root, head.root)
    return older
