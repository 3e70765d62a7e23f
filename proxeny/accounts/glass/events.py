"""What can happen when somebody looks into the separate channel by exception.

These belong to the inside of a customer's service: who sells to it reads none of them. What was opened is confidential
itself, for an address tells that there is something.
"""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries about looking by exception."""

    ASKED = "admission.asked"
    WITHDRAWN = "admission.withdrawn"
    GRANTED = "admission.granted"
    REFUSED = "admission.refused"
    ENDED = "admission.ended"
    LOOKED = "admission.looked"


kinds.register(
    {
        Kind.ASKED: N_(
            "%(actor)s asked to look into the separate channel of %(account)s by exception: %(reason)s"
        ),
        Kind.WITHDRAWN: N_("%(actor)s no longer asks to look into the separate channel of %(account)s"),
        Kind.GRANTED: N_(
            "%(actor)s let %(who)s look into the separate channel of %(account)s, for %(hours)s h"
        ),
        Kind.REFUSED: N_(
            "%(actor)s refused to let %(who)s look into the separate channel of %(account)s: %(reason)s"
        ),
        Kind.ENDED: N_("%(actor)s ended that %(who)s looks into the separate channel of %(account)s"),
        Kind.LOOKED: N_("%(actor)s opened %(address)s by exception"),
    },
    area=Area.INSIDE,
)
