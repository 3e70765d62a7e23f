"""What can happen with orders to erase, and with how long is kept."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    ASKED = "erasure.asked"
    WITHDRAWN = "erasure.withdrawn"
    REFUSED = "erasure.refused"
    CONFIRMED = "erasure.confirmed"
    ERASED = "erasure.erased"
    KEPT_FOR = "retention.set"


# Lines name the person and the customer by number alone: they outlive what is erased. Inside: sales do not learn of them.
kinds.register(
    {
        Kind.ASKED: N_("%(actor)s ordered an erasure (%(of)s). It waits for a second person"),
        Kind.WITHDRAWN: N_("%(actor)s withdrew the order of an erasure (%(of)s)"),
        Kind.REFUSED: N_("%(actor)s refused an erasure (%(of)s): %(reason)s"),
        Kind.CONFIRMED: N_("%(actor)s confirmed, as the second person, that it be erased (%(of)s)"),
        Kind.ERASED: N_("Erased (%(of)s): %(rows)s rows, %(lines)s texts of the record"),
        Kind.KEPT_FOR: N_("%(actor)s set how long records are kept after a contract: %(months)s months"),
    },
    area=Area.INSIDE,
)
