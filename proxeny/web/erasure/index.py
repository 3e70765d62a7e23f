"""The orders to erase that the reader may see: those that wait first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.erasure import access, keeping
from proxeny.erasure.models import Standing
from proxeny.identity.roles import Area, may
from proxeny.web.policy import StaffRequest, readers_of

MOST = 200


@readers_of(Area.ERASURE)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show what waits for a second person, what was settled, and how many customers' time has run out."""
    actor = request.actor
    found = list(access.orders(actor)[:MOST])
    waiting = [one for one in found if one.standing is Standing.WAITING]
    may_order = may(actor, Area.ERASURE, write=True)
    context = {
        "waiting": [(one, access.may_decide(actor, one)) for one in waiting],
        "settled": [one for one in found if one.standing is not Standing.WAITING],
        "may_order": may_order,
        "run_out": len(keeping.run_out(actor, clock.today())) if may_order else 0,
    }
    return render(request, "erasure/index.html", context)
