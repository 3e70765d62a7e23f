"""What is wrong with a ledger, as sentences; `say` translates a msgid into the reader's language."""

from proxeny.ledger.checking.breaks import Break, Kind
from proxeny.ledger.details import N_, Say, translated

KINDS: dict[str, str] = {
    Kind.CHANGED: N_("changed: what stands there is not what was written"),
    Kind.MISSING: N_("missing: lines were taken out"),
    Kind.INSERTED: N_("put in: what stands there was not written at this place"),
    Kind.REORDERED: N_("out of order: the line does not follow the one before it"),
    Kind.TAIL_CUT: N_("cut off: there were more lines behind it"),
    Kind.BACK_DATED: N_("dated back: it claims another time than the one it was written at"),
    Kind.FORGED_HEAD: N_("forged head: it is not one that the record's key has signed"),
    Kind.FORK: N_("written anew: somebody holds another head of these lines"),
    Kind.FALSE_STAMP: N_("false stamp: what is kept as the time stamp of a head is none of that head"),
}
"""How each kind of break is called; a kind that is not here is shown by its code."""


def kind_of(kind: str, say: Say) -> str:
    """Return a kind of break in words."""
    return say(KINDS[kind]) if kind in KINDS else kind


def sentence(found: Break, say: Say) -> str:
    """Return one break as a sentence: which entry, what kind, what was found there."""
    what = {
        "sequence": found.sequence,
        "kind": kind_of(found.kind, say),
        "detail": translated(found.detail, say),
    }
    return say(N_("Entry %(sequence)s, %(kind)s. Found: %(detail)s.")) % what
