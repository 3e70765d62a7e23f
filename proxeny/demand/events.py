"""What can happen to defects and requests."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    DEFECT_OPENED = "defect.opened"
    DEFECT_CHANGED = "defect.changed"
    DEFECT_LINKED = "defect.linked"
    DEFECT_UNLINKED = "defect.unlinked"
    DEFECT_FIXED = "defect.fixed"
    DEFECT_DECLINED = "defect.declined"
    DEFECT_REOPENED = "defect.reopened"
    REQUEST_ASKED = "request.asked"
    REQUEST_WITHDRAWN = "request.withdrawn"
    REQUEST_RESTORED = "request.restored"


kinds.register(
    {
        Kind.DEFECT_OPENED: N_("%(actor)s noted a defect: %(title)s"),
        Kind.DEFECT_CHANGED: N_("%(actor)s changed the defect %(title)s"),
        Kind.DEFECT_LINKED: N_("%(actor)s noted that case %(number)s shows the defect %(title)s"),
        Kind.DEFECT_UNLINKED: N_("%(actor)s took back that case %(number)s shows the defect %(title)s"),
        Kind.DEFECT_FIXED: N_("%(actor)s noted that the defect %(title)s is fixed: %(said)s"),
        Kind.DEFECT_DECLINED: N_("%(actor)s noted that the defect %(title)s will not be fixed: %(said)s"),
        Kind.DEFECT_REOPENED: N_("%(actor)s opened the defect %(title)s again"),
        Kind.REQUEST_ASKED: N_("%(actor)s noted a request: %(what)s"),
        Kind.REQUEST_WITHDRAWN: N_("%(actor)s withdrew a request: %(what)s. %(reason)s"),
        Kind.REQUEST_RESTORED: N_("%(actor)s put a withdrawn request in force again: %(what)s"),
    }
)
