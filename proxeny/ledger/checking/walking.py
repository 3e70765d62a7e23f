"""Walking over all lines, once and in order: what holds goes by quickly, what does not is kept to be named."""

import hashlib
import hmac
from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

from proxeny.ledger.checking.breaks import Break
from proxeny.ledger.checking.naming import named
from proxeny.ledger.checking.rows import Row
from proxeny.ledger.hashing import GENESIS
from proxeny.ledger.merkle import Frontier

MOST_SUSPECTS = 2000


class Walk:
    """One walk over a ledger; afterwards `roots` holds the root at each of the `sizes` that were asked for.

    It begins at the first line, or goes on behind the line `after`, with the tree up to there.
    """

    def __init__(
        self, sizes: Iterable[int] = (), *, after: Row | None = None, frontier: Frontier | None = None
    ) -> None:
        self.frontier = frontier or Frontier()
        self.rows = self.frontier.size
        self.roots: dict[int, bytes] = {}
        self._sizes = set(sizes)
        self._suspects: list[tuple[Row | None, Row]] = []
        self._last = after
        if 0 in self._sizes:
            self.roots[0] = self.frontier.root()

    def over(self, rows: Iterable[Row]) -> None:
        """Look at the next lines."""
        last, count, frontier, sizes = self._last, self.rows, self.frontier, self._sizes
        previous, recorded = (last.hash, last.recorded_at) if last else (GENESIS, "")
        sequence = last.sequence if last else 0
        sha256, digest, append = hashlib.sha256, hmac.digest, frontier.append
        for row in rows:
            (
                number,
                at,
                recorded_at,
                actor,
                kind,
                subjects,
                visibility,
                committed,
                before,
                own,
                key,
                content,
                erased,
            ) = row
            # `hashing.line_of` and `commitment`, spelled out once more: calls cost as much here as the hashing does.
            leaf = sha256(
                f'\0{{"actor":{quoted(actor)},"at":"{at}","commitment":"{committed}","kind":{quoted(kind)},'
                f'"previous":"{before}","recorded_at":"{recorded_at}","sequence":{number},'
                f'"subjects":{subjects},"visibility":"{visibility}"}}'.encode()
            )
            if (
                before != previous
                or number != sequence + 1
                or recorded_at < recorded
                or leaf.hexdigest() != own
                or not (
                    erased
                    if key is None or content is None
                    else digest(key, content.encode(), "sha256").hex() == committed
                )
            ):
                self._suspect(last, row)
            append(leaf.digest())
            count += 1
            if count in sizes:
                self.roots[count] = frontier.root()
            last, previous, recorded, sequence = row, own, recorded_at, number
        self._last, self.rows = last, count

    def breaks(self, heads: Iterable[tuple[int, bytes]] = ()) -> list[Break]:
        """Name what did not hold, in order of the lines; `heads` are sizes and roots that the ledger's key has signed."""
        confirmed = max((size for size, root in heads if self.roots.get(size) == root), default=0)
        return named(self._suspects, self._last, confirmed)

    @property
    def end(self) -> int:
        """The sequence of the last line."""
        return self._last.sequence if self._last else 0

    def _suspect(self, before: Row | None, row: Row) -> None:
        if len(self._suspects) < MOST_SUSPECTS:
            self._suspects.append((before, row))
