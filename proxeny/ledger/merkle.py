"""The Merkle tree over the ledger's lines (RFC 6962, section 2.1): roots, and proofs that a line is in and that a tree grew.

Leaves are hashes already: a line's `hash` is SHA-256 of a zero byte and the line (`ledger.hashing`). Pure: hashes come in as
functions or lists, 32 bytes each.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from proxeny.ledger.details import N_, Detail

HASH = 32
NODE = b"\x01"
EMPTY = hashlib.sha256(b"").digest()
Range = Callable[[int, int], bytes]
"""The hash of the tree over the leaves from the first number up to, not including, the second (counted from 0)."""


class ProofFailsError(ValueError):
    """A proof does not show what it is said to show."""


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two halves."""
    return hashlib.sha256(NODE + left + right).digest()


class Frontier:
    """The right edge of a growing tree: as many hashes as the size has ones in binary."""

    def __init__(self, size: int = 0, edges: Iterable[bytes] = ()) -> None:
        self.size = size
        self.edges = list(edges)
        if len(self.edges) != size.bit_count():
            raise ValueError(f"a tree of {size} leaves has {size.bit_count()} edges, not {len(self.edges)}")

    def append(self, leaf: bytes) -> None:
        """Add one leaf at the right."""
        self._add(leaf, 1)

    def extend(self, leaves: bytes) -> None:
        """Add many leaves at the right, 32 bytes each: whole subtrees at once."""
        at, end = 0, len(leaves)
        while at < end:
            many = 1 << ((end - at) // HASH).bit_length() - 1
            if self.size:
                many = min(many, self.size & -self.size)
            peak = leaves[at : at + many * HASH]
            while len(peak) > HASH:
                peak = level_above(peak)
            self._add(peak, many)
            at += many * HASH

    def _add(self, peak: bytes, many: int) -> None:
        """Add a whole subtree of so many leaves, a power of two that the size is a multiple of."""
        edges, place = self.edges, self.size // many
        while place & 1:
            peak = node(edges.pop(), peak)
            place >>= 1
        edges.append(peak)
        self.size += many

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        if not self.edges:
            return EMPTY
        found = self.edges[-1]
        for left in reversed(self.edges[:-1]):
            found = node(left, found)
        return found


def level_above(level: bytes) -> bytes:
    """Return the nodes over a level of the tree, 32 bytes each; the last, where it has no neighbour, goes up as it is."""
    sha256, pairs = hashlib.sha256, len(level) // (2 * HASH) * 2 * HASH
    nodes = [sha256(NODE + level[at : at + 2 * HASH]).digest() for at in range(0, pairs, 2 * HASH)]
    return b"".join(nodes) + level[pairs:]


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over the leaves."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


def ranges(leaves: Sequence[bytes]) -> Range:
    """Return how the hash over any stretch of these leaves is reckoned."""
    return lambda first, end: root_of(leaves[first:end])


def inclusion(number: int, size: int, over: Range) -> list[bytes]:
    """Return the path that shows leaf `number` (from 0) to be in the tree of `size` leaves; from the leaf up."""
    if not 0 <= number < size:
        raise ValueError(f"leaf {number} is not in a tree of {size}")
    path, first, end = [], 0, size
    while end - first > 1:
        middle = first + _half(end - first)
        if number < middle:
            path.append(over(middle, end))
            end = middle
        else:
            path.append(over(first, middle))
            first = middle
    return path[::-1]


def check_inclusion(leaf: bytes, number: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Raise ProofFailsError unless the path shows `leaf` to be number `number` in the tree of `size` leaves with that root."""
    if not 0 <= number < size:
        raise ProofFailsError(Detail(N_("the number lies outside of the tree")))
    place, last, found, rest = number, size - 1, leaf, iter(path)
    while last:
        if place & 1:
            found = node(_next(rest), found)
        elif place != last:
            found = node(found, _next(rest))
        place, last = place >> 1, last >> 1
    if next(rest, None) is not None:
        raise ProofFailsError(Detail(N_("the path is too long")))
    if found != root:
        raise ProofFailsError(Detail(N_("the path leads to another root")))


def consistency(old: int, size: int, over: Range) -> list[bytes]:
    """Return the path that shows the tree of `size` leaves to begin with the tree of `old` leaves."""
    if not 0 < old <= size:
        raise ValueError(f"a tree of {size} does not grow out of one of {old}")
    if old == size:
        return []
    path, first, end, is_whole = [], 0, size, True
    while end != old:
        middle = first + _half(end - first)
        if old <= middle:
            path.append(over(middle, end))
            end = middle
        else:
            path.append(over(first, middle))
            first, is_whole = middle, False
    if not is_whole:
        path.append(over(first, end))
    return path[::-1]


def check_consistency(old: int, size: int, path: Sequence[bytes], old_root: bytes, root: bytes) -> None:
    """Raise ProofFailsError unless the path shows that the tree with `root` begins with the one with `old_root`."""
    if not 0 < old <= size:
        raise ProofFailsError(Detail(N_("a tree does not shrink")))
    if old == size:
        if path or old_root != root:
            raise ProofFailsError(Detail(N_("two roots of one size")))
        return
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if _grown(old, size, steps) != (old_root, root):
        raise ProofFailsError(Detail(N_("the path leads to other roots")))


def _grown(old: int, size: int, steps: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Return the roots of both trees to which the steps lead."""
    rest = iter(steps)
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = _next(rest)
    while last:
        if place & 1:
            step = _next(rest)
            before, after = node(step, before), node(step, after)
        elif place != last:
            after = node(after, _next(rest))
        place, last = place >> 1, last >> 1
    if next(rest, None) is not None:
        raise ProofFailsError(Detail(N_("the path is too long")))
    return before, after


def _next(rest: Iterator[bytes]) -> bytes:
    try:
        return next(rest)
    except StopIteration:
        raise ProofFailsError(Detail(N_("the path is too short"))) from None


def _half(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
