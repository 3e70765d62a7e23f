"""What can happen to concessions and their limits."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    MADE = "concession.made"
    TAKEN_BACK = "concession.taken-back"
    APPROVED = "concession.approved"
    REFUSED = "concession.refused"
    DECISION_TAKEN_BACK = "concession.decision-taken-back"
    WITHDRAWN = "concession.withdrawn"
    RESTORED = "concession.restored"
    LIMIT_SET = "concession.limit-set"
    LIMIT_LIFTED = "concession.limit-lifted"


kinds.register(
    {
        Kind.MADE: N_("%(actor)s noted that %(who)s gave away %(worth)s: %(what)s"),
        Kind.TAKEN_BACK: N_("%(actor)s took back that a concession was noted: %(what)s"),
        Kind.APPROVED: N_("%(actor)s approved a concession of %(worth)s: %(what)s"),
        Kind.REFUSED: N_("%(actor)s refused a concession of %(worth)s: %(what)s. %(reason)s"),
        Kind.DECISION_TAKEN_BACK: N_("%(actor)s took back the decision on a concession: %(what)s"),
        Kind.WITHDRAWN: N_("%(actor)s withdrew a concession: %(what)s. %(reason)s"),
        Kind.RESTORED: N_("%(actor)s put a withdrawn concession in force again: %(what)s"),
        Kind.LIMIT_SET: N_("%(actor)s set what %(role)s may give a customer away in a year: %(limit)s"),
        Kind.LIMIT_LIFTED: N_("%(actor)s lifted the limit in %(currency)s of what %(role)s may give away"),
    }
)
