"""What can happen to orders."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.dispatch.models.move import MoveKind
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package; those of moves are named like the moves."""

    SENT = "order.sent"
    ACCEPTED = "order.accepted"
    RETURNED = "order.returned"
    ASKED = "order.asked"
    ANSWERED = "order.answered"
    HANDED_OVER = "order.handed-over"
    DONE = "order.done"
    CONFIRMED = "order.confirmed"
    NOT_SOLVED = "order.not-solved"
    DESIGNATED = "order.designated"
    OBJECTED = "order.objected"
    ADDED = "order.added"
    WITHDRAWN = "order.withdrawn"
    OWNER_ASKED = "order.owner-asked"
    COMPLAINT_DRAFTED = "complaint.drafted"
    COMPLAINT_SENT = "complaint.sent"
    COMPLAINT_DROPPED = "complaint.dropped"
    COMPLAINT_ANSWERED = "complaint.answered"
    TARGETS_SET = "order.targets-set"


def of_move(kind: MoveKind) -> Kind:
    """Return the kind of entry that tells of a move."""
    return Kind(f"order.{kind.value}")


# Sales reads the record of its customers; of what is ordered inside it reads nothing.
kinds.register(
    {
        Kind.SENT: N_("%(actor)s sent order %(number)s to %(to)s: %(text)s"),
        Kind.ACCEPTED: N_("%(actor)s accepted order %(number)s for %(team)s"),
        Kind.RETURNED: N_(
            "%(actor)s of %(team)s returned order %(number)s, believing %(to)s right: %(text)s"
        ),
        Kind.ASKED: N_("%(actor)s of %(team)s asked about order %(number)s: %(text)s"),
        Kind.ANSWERED: N_("%(actor)s answered %(team)s about order %(number)s: %(text)s"),
        Kind.HANDED_OVER: N_("%(actor)s of %(team)s handed order %(number)s over to %(to)s: %(text)s"),
        Kind.DONE: N_("%(actor)s of %(team)s reported order %(number)s done: %(text)s"),
        Kind.CONFIRMED: N_("%(actor)s confirmed order %(number)s, done by %(team)s"),
        Kind.NOT_SOLVED: N_("%(actor)s told %(team)s that order %(number)s is not solved: %(text)s"),
        Kind.DESIGNATED: N_("%(actor)s designated %(to)s for order %(number)s: %(text)s"),
        Kind.OBJECTED: N_(
            "%(actor)s of %(team)s objected to being designated for order %(number)s: %(text)s"
        ),
        Kind.ADDED: N_("%(actor)s added a fact to order %(number)s: %(text)s"),
        Kind.WITHDRAWN: N_("%(actor)s withdrew order %(number)s from %(team)s: %(text)s"),
        Kind.OWNER_ASKED: N_("%(actor)s asked %(to)s to decide about order %(number)s: %(text)s"),
        Kind.COMPLAINT_DRAFTED: N_(
            "A complaint to the head of %(team)s about order %(number)s was drafted; nobody has sent it yet"
        ),
        Kind.COMPLAINT_SENT: N_("%(actor)s complained to %(to)s, head of %(team)s, about order %(number)s"),
        Kind.COMPLAINT_DROPPED: N_("%(actor)s dropped a complaint about order %(number)s: %(text)s"),
        Kind.COMPLAINT_ANSWERED: N_("%(actor)s answered the complaint about order %(number)s: %(text)s"),
        Kind.TARGETS_SET: N_("%(actor)s set how soon teams accept orders and have them done"),
    },
    area=Area.INSIDE,
)
