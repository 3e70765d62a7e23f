"""What can happen to batches."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    IMPORTED = "batch.imported"
    UNDONE = "batch.undone"


kinds.register(
    {
        Kind.IMPORTED: N_(
            "%(actor)s imported %(file)s: %(good)s rows good, %(bad)s bad, %(aside)s set aside"
        ),
        Kind.UNDONE: N_("%(actor)s took back the import of %(file)s"),
    }
)
