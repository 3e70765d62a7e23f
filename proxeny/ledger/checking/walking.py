"""Walking over all lines, once and in order: what holds goes by quickly, what does not is kept to be named.

A million lines are looked at some thousands at a time. `holding` answers for all of them at once, and only where it finds that
one does not hold are they looked at one by one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from proxeny.ledger.checking.breaks import Break
from proxeny.ledger.checking.holding import leaves_of
from proxeny.ledger.checking.naming import named
from proxeny.ledger.checking.rows import Row
from proxeny.ledger.hashing import GENESIS
from proxeny.ledger.merkle import HASH, Frontier

MOST_SUSPECTS = 2000
Columns = tuple[Any, ...]
"""A line as a database hands it over: the columns of a `Row`, in its order."""


class Walk:
    """One walk over a ledger; afterwards `roots` holds the root at each of the `sizes` that were asked for.

    It begins at the first line, or goes on behind the line `after`, with the tree up to there.
    """

    def __init__(
        self, sizes: Iterable[int] = (), *, after: Columns | None = None, frontier: Frontier | None = None
    ) -> None:
        self.frontier = frontier or Frontier()
        self.roots: dict[int, bytes] = {}
        self._sizes = sorted(set(sizes))
        self._suspects: list[tuple[Row | None, Row]] = []
        self._last = None if after is None else Row.read(after)
        if 0 in self._sizes:
            self.roots[0] = self.frontier.root()

    @property
    def rows(self) -> int:
        """How many lines there were up to here."""
        return self.frontier.size

    @property
    def end(self) -> int:
        """The sequence of the last line."""
        return self._last.sequence if self._last else 0

    def over(self, rows: Sequence[Columns]) -> None:
        """Look at the next lines."""
        if not rows:
            return
        try:
            leaves = leaves_of(rows, self._last)
        except (
            TypeError,
            AttributeError,
            ValueError,
        ):  # a column that is no text, or a text that is none in UTF-8
            leaves = None
        if leaves is None:
            leaves = b"".join(self._one(Row.read(row)) for row in rows)
        self._last = Row.read(rows[-1])
        self._grow(leaves)

    def breaks(self, heads: Iterable[tuple[int, bytes]] = ()) -> list[Break]:
        """Name what did not hold, in order of the lines; `heads` are sizes and roots that the ledger's key has signed."""
        confirmed = max((size for size, root in heads if self.roots.get(size) == root), default=0)
        return named(self._suspects, self._last, confirmed)

    def _one(self, row: Row) -> bytes:
        """Look at one line, and return its leaf."""
        above, self._last = self._last, row
        previous, recorded, sequence = (
            (above.hash, above.recorded_at, above.sequence) if above else (GENESIS, "", 0)
        )
        holds = (
            row.previous == previous
            and row.sequence == sequence + 1
            and row.recorded_at >= recorded
            and row.holds
            and row.text_holds
        )
        if not holds and len(self._suspects) < MOST_SUSPECTS:
            self._suspects.append((above, row))
        return row.leaf_hash

    def _grow(self, leaves: bytes) -> None:
        """Let the tree grow, and keep its root at each size that was asked for."""
        begin, at = self.frontier.size, 0
        end = begin + len(leaves) // HASH
        for size in self._sizes[bisect_right(self._sizes, begin) : bisect_right(self._sizes, end)]:
            upto = (size - begin) * HASH
            self.frontier.extend(leaves[at:upto])
            self.roots[size], at = self.frontier.root(), upto
        self.frontier.extend(leaves[at:])
