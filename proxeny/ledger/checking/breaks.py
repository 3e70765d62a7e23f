"""What can be wrong with a ledger."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of breaks.

    `CHANGED`: a line or its text is not what was written. `MISSING`: a line was there. `INSERTED`: a line was not there.
    `REORDERED`: lines stand in each other's place. `TAIL_CUT`: the ledger once had more lines. `BACK_DATED`: a line claims to
    have been recorded before the one above it. `FORGED_HEAD`: a checkpoint is not signed by the ledger's key, or is not of
    these lines though the lines hold. `FORK`: the key has signed two heads that do not agree. `FALSE_STAMP`: what is kept as
    the stamp of a head by a time-stamping authority is none of that head.
    """

    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"
    REORDERED = "reordered"
    TAIL_CUT = "tail-cut"
    BACK_DATED = "back-dated"
    FORGED_HEAD = "forged-head"
    FORK = "fork"
    FALSE_STAMP = "false-stamp"


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A place where the ledger does not hold: the sequence of the line, the kind of break, and what was found."""

    sequence: int
    kind: str
    detail: str
