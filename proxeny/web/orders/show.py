"""One order, for the team and for us: what is needed, the facts, the clock, what happened, what can be done now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.desk import visiting
from proxeny.dispatch import access
from proxeny.identity.roles import Area
from proxeny.web.orders.page import page
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DISPATCHED)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the order to who has a part in it; `?do=` opens the form of a move."""
    order = access.order_for(request.actor, number)
    visiting.note(order.record, by=request.actor)
    return render(request, "orders/show.html", page(request, order))
