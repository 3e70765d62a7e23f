"""What lies with us: the plain page of a team, oldest first, and nothing else."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.dispatch import access
from proxeny.dispatch.models import Complaint, Order, Standing
from proxeny.identity.roles import Area, Role, may
from proxeny.web.orders.clocks import Due, dues
from proxeny.web.policy import StaffRequest, readers_of

ALL = "orders-all"


@dataclass(frozen=True, slots=True)
class Row:
    """One order as its team reads it in passing: in whose hands (`mine`, `theirs`, none), and what is due first."""

    order: Order
    hands: str
    due: Due | None


@readers_of(Area.DISPATCHED)
@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """Show what lies with the reader's teams; who sends orders and belongs to no team is led to all of them."""
    teams = list(access.teams_of(request.actor))
    if reads_all(request.actor) and not (teams and request.GET.get("of") == "us"):
        return redirect(ALL)
    return render(request, "orders/mine.html", {"teams": teams, **_lying(request.actor)})


def reads_all(actor: Actor) -> bool:
    """Tell whether orders are more to the actor than what lies with a team of theirs."""
    return may(actor, Area.INSIDE) or actor.holds(Role.AUDITOR, Role.OWNER)


def _lying(actor: Actor) -> dict[str, Any]:
    now = clock.now()
    rows = [
        Row(one, _hands(one, actor), next(iter(dues(one, now)), None)) for one in access.lying_with(actor)
    ]
    waiting = Complaint.objects.none()
    if actor.staff_id is not None:
        waiting = access.complaints(actor).filter(to=actor.staff_id, answered_at=None, sent_at__isnull=False)
    return {"rows": rows, "complaints": list(waiting.select_related("order", "team"))}


def _hands(order: Order, actor: Actor) -> str:
    if order.standing != Standing.ACCEPTED:
        return ""
    return "mine" if order.holder_id == actor.staff_id else "theirs"
