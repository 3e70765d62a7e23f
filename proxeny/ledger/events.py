"""What can happen to rows as such."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries that tell of rows alone."""

    LAID = "rows.laid"
    TAKEN_ON = "rows.taken-on"


kinds.register(
    {
        Kind.LAID: N_("%(actor)s: the fingerprints of %(count)s rows"),
        Kind.TAKEN_ON: N_("%(actor)s took on record %(count)s rows that no entry told of"),
    }
)
