"""Saying what was done to lines that do not hold, from what stands around them.

A line that was touched without its hash does not hold. One that was hashed anew holds, and the line below no longer follows it.
Lines that were numbered anew hold at the number they had. So each kind leaves its own marks, as long as one hand was at work.
"""

from collections.abc import Iterator, Sequence

from proxeny.ledger.checking.breaks import Break, Kind
from proxeny.ledger.checking.rows import Row
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.hashing import GENESIS, entry_hash

Suspect = tuple[Row | None, Row]
"""A line that does not hold or does not follow, and the one above it."""

MOST_COMPARED = 64
ANEW = Detail(N_("the line was written anew: the one below knows another"))
SHIFTED = {
    Kind.MISSING: Detail(N_("a line was taken out here, and those below were numbered anew")),
    Kind.INSERTED: Detail(N_("a line was put in here, and those below were numbered anew")),
}


def named(suspects: Sequence[Suspect], last: Row | None, confirmed: int) -> list[Break]:
    """Return the breaks that explain the suspects, in order of the lines; lines up to `confirmed` are as a head knows them."""
    if not suspects:
        return []
    scene = _Scene(suspects, last, confirmed)
    shift = scene.shift()
    found = [shift[0]] if shift else []
    for above, row in suspects:
        if shift and row.sequence in shift[1]:
            continue
        found.extend(scene.name(above, row))
    return sorted(set(found))


class _Scene:
    """All suspects together, so that one of them can explain another."""

    def __init__(self, suspects: Sequence[Suspect], last: Row | None, confirmed: int) -> None:
        self._confirmed = confirmed
        self._suspects = suspects
        self._last = last
        self._above = {row.sequence: above for above, row in suspects}
        self._below = {above.sequence: row for above, row in suspects if above is not None}
        self._broken = [row for _above, row in suspects if not row.holds]
        self._hashes = {above.hash: above.sequence for above, _row in suspects if above is not None}

    def name(self, above: Row | None, row: Row) -> Iterator[Break]:
        """Name what is wrong with one suspect; nothing where the line above explains it."""
        expected = above.sequence + 1 if above else 1
        written_at = None if row.holds else self._written_at(row)
        if row.sequence > expected and written_at is None:
            many = row.sequence - expected
            said = Detail(
                N_("%(many)s lines are missing before %(sequence)s"), many=many, sequence=row.sequence
            )
            yield Break(expected, Kind.MISSING, said)
        if written_at is not None:
            said = Detail(N_("what stands here was written as line %(other)s"), other=written_at)
            yield Break(row.sequence, Kind.REORDERED, said)
        elif not row.holds:
            yield self._altered(above, row)
        elif row.sequence == expected:
            yield from self._order(above, row)
        if row.holds and not row.text_holds:
            yield Break(row.sequence, Kind.CHANGED, _text(row))

    def shift(self) -> tuple[Break, set[int]] | None:
        """Return the line taken out or put in where those below were numbered anew to hide it, and all lines that explains."""
        if len(self._broken) < 2:
            return None
        end = self._broken[-1]
        for by, kind in ((1, Kind.MISSING), (-1, Kind.INSERTED)):
            if end.hash_at(end.sequence + by) != end.hash:
                continue
            begins = end.sequence
            while (
                (row := self._row(begins - 1))
                and not row.holds
                and row.hash_at(row.sequence + by) == row.hash
            ):
                begins -= 1
            if end.sequence - begins < 1:
                continue
            at = begins if kind == Kind.MISSING else begins - 1
            return Break(at, kind, SHIFTED[kind]), set(range(at, end.sequence + 1))
        return None

    def _row(self, sequence: int) -> Row | None:
        """Return the suspect of that number."""
        return next((row for _above, row in self._suspects if row.sequence == sequence), None)

    def _written_at(self, row: Row) -> int | None:
        """Return the place of another suspect at which the line would hold, or the gap into which it belongs."""
        others = [one.sequence for one in self._broken[:MOST_COMPARED] if one.sequence != row.sequence]
        gaps = [
            above.sequence + 1 if above else 1
            for above, one in self._suspects[:MOST_COMPARED]
            if one.sequence > (above.sequence + 1 if above else 1)
        ]
        return next((place for place in (*others, *gaps) if row.hash_at(place) == row.hash), None)

    def _altered(self, above: Row | None, row: Row) -> Break:
        """Name a line whose columns do not give its hash."""
        below = self._below.get(row.sequence)
        if _was_dated_otherwise(row) or (
            (above is not None and row.recorded_at < above.recorded_at)
            or (below is not None and below.recorded_at < row.recorded_at)
        ):
            return Break(
                row.sequence, Kind.BACK_DATED, Detail(N_("the line's times are not those that were written"))
            )
        return Break(row.sequence, Kind.CHANGED, Detail(N_("the line's columns do not give its hash")))

    def _order(self, above: Row | None, row: Row) -> Iterator[Break]:
        """Name a line that holds by itself, at the number it should have."""
        if row.previous == (above.hash if above else GENESIS):
            if above is not None and above.holds and row.recorded_at < above.recorded_at:
                yield Break(
                    row.sequence,
                    Kind.BACK_DATED,
                    Detail(N_("the line claims to be older than the one above it")),
                )
        elif above is None:
            yield Break(
                row.sequence, Kind.CHANGED, Detail(N_("the first line follows one that is not there"))
            )
        elif above.holds:
            yield from self._between(above, row)

    def _between(self, above: Row, row: Row) -> Iterator[Break]:
        """Name which of two lines that hold and do not follow each other was touched."""
        below = self._below.get(row.sequence)
        if (
            row.previous in self._hashes
            or row.previous == GENESIS
            or (below and below.previous == above.hash)
        ):
            is_last = self._last is not None and row.sequence == self._last.sequence
            kind = Kind.INSERTED if is_last else Kind.REORDERED
            yield Break(row.sequence, kind, Detail(N_("the line follows another than the one above it")))
        elif above.sequence <= self._confirmed:
            yield Break(
                row.sequence,
                Kind.INSERTED,
                Detail(N_("the line does not follow the one above it, which a head confirms")),
            )
        elif below is not None and below.previous != row.hash:
            yield Break(
                row.sequence,
                Kind.CHANGED,
                Detail(N_("neither the line above nor the one below knows this line")),
            )
        elif self._follows_its_own(above):
            is_out_of_time = row.recorded_at < above.recorded_at
            yield Break(above.sequence, Kind.BACK_DATED if is_out_of_time else Kind.CHANGED, ANEW)

    def _follows_its_own(self, row: Row) -> bool:
        """Tell whether the line follows the one above it: then it is named by the one below alone."""
        if row.sequence not in self._above:
            return True
        above = self._above[row.sequence]
        return row.previous == (above.hash if above else GENESIS)


def _was_dated_otherwise(row: Row) -> bool:
    """Tell whether the line holds once its two times are one, as they are written where no other day is looked at."""
    leaf = row.leaf
    return leaf.at != leaf.recorded_at and row.hash in (
        entry_hash(leaf._replace(at=leaf.recorded_at)),
        entry_hash(leaf._replace(recorded_at=leaf.at)),
    )


def _text(row: Row) -> Detail:
    if row.key is None or row.content is None:
        return Detail(N_("the line's text is missing, and nothing says that it was erased"))
    return Detail(N_("the line's text is not what was committed to"))
