"""The whole tree in memory, level by level, for the paths of many leaves at once: 64 bytes for each leaf."""

from proxeny.ledger.merkle import EMPTY, HASH, level_above


class Levels:
    """The tree over leaves, given as one string of bytes, 32 for each.

    On each level two neighbours make one; the last, where it has none, goes up as it is. That is the tree of RFC 6962.
    """

    def __init__(self, leaves: bytes) -> None:
        if len(leaves) % HASH:
            raise ValueError("each leaf has 32 bytes")
        self.size = len(leaves) // HASH
        self._levels = [leaves]
        while len(self._levels[-1]) > HASH:
            self._levels.append(level_above(self._levels[-1]))

    @property
    def root(self) -> bytes:
        """The root over all leaves."""
        return self._levels[-1] or EMPTY

    def path(self, number: int) -> list[bytes]:
        """Return the path that shows leaf `number` (from 0) to be in; from the leaf up."""
        if not 0 <= number < self.size:
            raise ValueError(f"leaf {number} is not in a tree of {self.size}")
        path = []
        for level in self._levels[:-1]:
            beside = (number ^ 1) * HASH
            if beside < len(level):
                path.append(level[beside : beside + HASH])
            number >>= 1
        return path

    def over(self, first: int, end: int) -> bytes:
        """Return the hash over a stretch of leaves that is a node of the tree (a `merkle.Range`)."""
        height = (end - first - 1).bit_length()
        if first & (1 << height) - 1 or end not in (first + (1 << height), self.size):
            raise ValueError(f"leaves {first} to {end} are no node of a tree of {self.size}")
        place = (first >> height) * HASH
        return self._levels[height][place : place + HASH]
