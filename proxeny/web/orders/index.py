"""All orders that the reader may see, as a list."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from proxeny.dispatch import access
from proxeny.identity.roles import Area, may
from proxeny.web.lists.page import respond
from proxeny.web.orders.listing import ORDERS
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DISPATCHED)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the orders that the address asks for."""
    more = {
        "teams": access.teams_of(request.actor).exists(),
        "drafted": lambda: (
            access.complaints(request.actor, write=True).filter(sent_at=None, dropped_at=None).count()
        ),
        "sees_targets": may(request.actor, Area.PEOPLE),
    }
    return respond(ORDERS, request, "orders/index.html", more)
