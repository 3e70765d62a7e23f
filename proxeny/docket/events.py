"""What can happen on the docket."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    SNOOZED = "docket.snoozed"
    DISMISSED = "docket.dismissed"
    ANSWER_WITHDRAWN = "docket.answer-withdrawn"


kinds.register(
    {
        Kind.SNOOZED: N_("%(actor)s put this off until %(until)s: %(reason)s"),
        Kind.DISMISSED: N_("%(actor)s dismissed this: %(reason)s"),
        Kind.ANSWER_WITHDRAWN: N_("%(actor)s took back an answer"),
    },
    area=Area.HEALTH,
)
