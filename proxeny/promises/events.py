"""What can happen to promises."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    MADE = "promise.made"
    MADE_UNSYNCED = "promise.made-unsynced"
    TAKEN_BACK = "promise.taken-back"
    KEPT = "promise.kept"
    KEEPING_TAKEN_BACK = "promise.keeping-taken-back"
    MOVED = "promise.moved"
    MOVE_TAKEN_BACK = "promise.move-taken-back"
    WITHDRAWN = "promise.withdrawn"
    RESTORED = "promise.restored"


kinds.register(
    {
        Kind.MADE: N_("%(actor)s noted a promise of %(who)s until %(due_on)s: %(what)s"),
        Kind.MADE_UNSYNCED: N_(
            "%(actor)s noted a promise of %(who)s until %(due_on)s that the customer knew of and we did not: %(what)s"
        ),
        Kind.TAKEN_BACK: N_("%(actor)s took back that a promise was noted: %(what)s"),
        Kind.KEPT: N_("%(actor)s noted that a promise was kept on %(kept_on)s: %(what)s"),
        Kind.KEEPING_TAKEN_BACK: N_("%(actor)s took back that a promise was kept: %(what)s"),
        Kind.MOVED: N_(
            "%(actor)s moved a promise from %(from_day)s to %(to_day)s on the word of %(word_of)s: %(what)s"
        ),
        Kind.MOVE_TAKEN_BACK: N_(
            "%(actor)s took back that a promise was moved, it is due on %(due_on)s: %(what)s"
        ),
        Kind.WITHDRAWN: N_("%(actor)s withdrew a promise: %(what)s. %(reason)s"),
        Kind.RESTORED: N_("%(actor)s put a withdrawn promise in force again: %(what)s"),
    }
)
