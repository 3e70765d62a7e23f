"""What can happen to judgements."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    JUDGED = "judgement.judged"
    WITHDRAWN = "judgement.withdrawn"
    WEIGHED = "judgement.weighed"
    FORECAST = "judgement.forecast"
    DECIDED = "judgement.decided"


kinds.register(
    {
        Kind.JUDGED: N_("%(actor)s judged: %(band)s. %(reason)s"),
        Kind.WITHDRAWN: N_("%(actor)s took back a judgement"),
        Kind.FORECAST: N_("%(actor)s put a chance on the renewal of contract %(contract)s: %(chance)s"),
        Kind.DECIDED: N_("A question about the future was decided: %(said)s"),
        Kind.WEIGHED: N_("%(actor)s set what the witnesses count for. %(reason)s"),
    },
    area=Area.HEALTH,
)
