"""What can happen to judgements."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    JUDGED = "judgement.judged"
    WITHDRAWN = "judgement.withdrawn"


kinds.register(
    {
        Kind.JUDGED: N_("%(actor)s judged: %(band)s. %(reason)s"),
        Kind.WITHDRAWN: N_("%(actor)s took back a judgement"),
    },
    area=Area.HEALTH,
)
