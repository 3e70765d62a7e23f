"""What can happen to talks of sales with customers."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    NOTED = "talk.noted"
    ASKED = "talk.asked"
    POINT = "talk.point"
    POINT_TAKEN_BACK = "talk.point-taken-back"
    POINT_BECAME = "talk.point-became"
    NOTHING = "talk.nothing"
    NOTHING_TAKEN_BACK = "talk.nothing-taken-back"
    CALLED_OFF = "talk.called-off"
    HELD_AFTER_ALL = "talk.held-after-all"


kinds.register(
    {
        Kind.NOTED: N_("%(actor)s noted a talk of %(who)s with the customer on %(held_on)s"),
        Kind.ASKED: N_("%(actor)s asked %(who)s what was said on %(held_on)s: %(words)s"),
        Kind.POINT: N_("%(actor)s passed on from the talk of %(held_on)s: %(words)s"),
        Kind.POINT_TAKEN_BACK: N_(
            "%(actor)s took back what was passed on from the talk of %(held_on)s: %(words)s"
        ),
        Kind.POINT_BECAME: N_(
            "%(actor)s put on record what was passed on from the talk of %(held_on)s: %(words)s"
        ),
        Kind.NOTHING: N_("%(actor)s said that nothing of the talk of %(held_on)s matters for service"),
        Kind.NOTHING_TAKEN_BACK: N_(
            "%(actor)s took back that nothing of the talk of %(held_on)s matters for service"
        ),
        Kind.CALLED_OFF: N_("%(actor)s noted that the talk of %(held_on)s did not take place"),
        Kind.HELD_AFTER_ALL: N_("%(actor)s noted that the talk of %(held_on)s took place after all"),
    }
)
