"""The orders of the case: with which team each lies, how often it came back, what that cost, what is ours to do now."""

from typing import Any

from django.db.models import Q

from proxeny.core.phrased import Phrased
from proxeny.dispatch import access, summary
from proxeny.dispatch.models import Complaint, Order
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.orders.in_case import shown

_ANY = Phrased(
    lambda case, same: (
        Order.objects.filter(Q(case=case) | Q(case__merged_into=same))
        .order_by()
        .values_list("pk", flat=True)[:1]
    )
)
"""Most cases have no order: whether one does is asked first, since it costs next to nothing."""


@panel(15, "orders", "orders/panel.html", inside=True)
def orders(reader: Reader) -> dict[str, Any] | None:
    """Show the orders of the case, and the complaints drafted about them, to after-sales."""
    if not reader.inside:
        return None
    number = reader.case.pk
    found = summary.of_case(reader.actor, reader.case) if _ANY(number, number) else summary.OfCase([])
    drafted = Complaint.objects.none()
    if found.orders:
        numbers = [one.order.pk for one in found.orders]
        drafted = (
            access.complaints(reader.actor).filter(order__in=numbers, dropped_at=None).select_related("team")
        )
    by_order: dict[int, list[Complaint]] = {}
    for one in drafted:
        by_order.setdefault(one.order_id, []).append(one)
    return {
        "rows": [
            shown(one, by_order.get(one.order.pk, []), may_write=reader.may_write) for one in found.orders
        ],
        "may_send": reader.may_write and reader.case.is_open,
    }
