"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.dispatch.models import Complaint, Move, OperationalTarget, Order
from proxeny.ledger.rows.declaring import on_record

RECKONED = "reckoned from the moves, from targets, hours and the day"
on_record(
    Order,
    N_("Order"),
    apart=dict.fromkeys(("lies_since", "accept_due", "done_due", "lost_seconds"), RECKONED),
    belongs=("order", ""),
)
on_record(
    Move,
    N_("Move of an order"),
    apart={"entry": "the number of the line itself, known only when it is written"},
    belongs=("order", "order_id"),
)
on_record(Complaint, N_("Complaint"), belongs=("complaint", ""))
on_record(OperationalTarget, N_("Target of a team"), belongs=("team", "team_id"))
