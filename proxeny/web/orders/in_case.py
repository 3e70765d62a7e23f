"""An order as the page of its case shows it."""

from dataclasses import dataclass

from proxeny.core import clock
from proxeny.dispatch.models import Complaint, MoveKind, Order
from proxeny.dispatch.models.order import WITH_US
from proxeny.dispatch.summary import OfOrder
from proxeny.web.orders.acts import ACTS, Act
from proxeny.web.orders.clocks import Due, dues
from proxeny.web.orders.moves import Line, lines

LATER = (MoveKind.ADDED, MoveKind.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Shown:
    """One order of a case: what happened last, what is due, what is ours to do now and what else we may do."""

    of: OfOrder
    latest: Line
    dues: list[Due]
    first: list[Act]
    more: list[Act]
    complaints: list[Complaint]

    @property
    def order(self) -> Order:
        """The order itself."""
        return self.of.order

    @property
    def is_ours(self) -> bool:
        """Tell whether it waits for us."""
        return self.order.standing in WITH_US


def shown(of: OfOrder, complaints: list[Complaint], *, may_write: bool) -> Shown:
    """Return one order for the page of its case."""
    open_acts = [
        act for act in ACTS if (act.is_ours or act.is_anybodys) and act.fits(of.order, of.route)
    ] if may_write else []  # fmt: skip
    return Shown(
        of,
        lines([list(of.order.moves.all())[-1]])[0],
        dues(of.order, clock.now()),
        [act for act in open_acts if act.kind not in LATER],
        [act for act in open_acts if act.kind in LATER],
        complaints,
    )
