"""Checking the heads that somebody has kept against the lines that are there."""

from collections.abc import Iterable, Mapping

from proxeny.ledger.checking.breaks import Break, Kind
from proxeny.ledger.checking.rows import Witnessed
from proxeny.ledger.details import N_, Detail, detail_of
from proxeny.ledger.notes import Checkpoint, Verifier

Root = bytes


def read(
    witnessed: Iterable[Witnessed], verifier: Verifier
) -> tuple[list[tuple[Checkpoint, str]], list[Break]]:
    """Return the checkpoints that the key has signed, each with who keeps it, and a break for each that it has not."""
    good, breaks = [], []
    for one in witnessed:
        try:
            good.append((Checkpoint.parse(verifier.check(one.note)), one.kept_by))
        except ValueError as error:
            said = Detail("%(kept_by)s: %(what)s", kept_by=one.kept_by, what=detail_of(error))
            breaks.append(Break(_claimed(one.note), Kind.FORGED_HEAD, said))
    return good, breaks


def check_heads(
    heads: Iterable[tuple[Checkpoint, str]], roots: Mapping[int, Root], lines: int, *, lines_hold: bool
) -> list[Break]:
    """Return what is wrong with signed heads, given the root at each size and how many lines there are.

    Two heads of one size that differ are a fork. A head of more lines than there are means that the tail was cut. A head that
    is not of these lines, though each line holds, means that all of them were written anew.
    """
    breaks: list[Break] = []
    by_size: dict[int, tuple[Checkpoint, str]] = {}
    for head, kept_by in sorted(heads, key=lambda one: one[0].size):
        known = by_size.setdefault(head.size, (head, kept_by))
        if known[0].root != head.root:
            said = Detail(
                N_("%(one)s and %(other)s hold two heads of %(size)s lines"),
                one=known[1],
                other=kept_by,
                size=head.size,
            )
            breaks.append(Break(head.size, Kind.FORK, said))
    cut = [size for size in by_size if size > lines]
    if cut:
        kept_by = by_size[cut[-1]][1]
        said = Detail(
            N_("%(kept_by)s holds a head of %(size)s lines; %(left)s are left"),
            kept_by=kept_by,
            size=cut[-1],
            left=lines,
        )
        breaks.append(Break(lines + 1, Kind.TAIL_CUT, said))
    if lines_hold:
        breaks += _rewritten([by_size[size] for size in by_size if size <= lines], roots)
    return breaks


def _rewritten(heads: Iterable[tuple[Checkpoint, str]], roots: Mapping[int, Root]) -> list[Break]:
    """Name the first head that is not of these lines: what was written anew lies behind the last that is."""
    agreed = 0
    for head, kept_by in heads:
        if roots.get(head.size) != head.root:
            said = N_(
                "the lines hold, but %(kept_by)s holds another head of %(size)s lines: something from line %(first)s on was "
                "written anew"
            )
            detail = Detail(said, kept_by=kept_by, size=head.size, first=agreed + 1)
            return [Break(agreed + 1, Kind.FORK, detail)]
        agreed = head.size
    return []


def _claimed(note: str) -> int:
    """Return the size that a note claims, as a place to look at."""
    second = note.split("\n")[1:2]
    return int(second[0]) if second and second[0].isascii() and second[0].isdigit() else 0
