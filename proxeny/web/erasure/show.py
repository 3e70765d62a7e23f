"""One order: who asked for what and why, what would go or has gone, what stays, which copies cannot be reached."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from proxeny.erasure import access, looking, outside
from proxeny.erasure.looking import Figure
from proxeny.erasure.models import Order, Standing
from proxeny.identity.roles import Area
from proxeny.ledger import reading
from proxeny.reports.sentences import names_of
from proxeny.web.ledger.sentences import said
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.ERASURE)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the order to who may see it."""
    actor, order = request.actor, access.order_for(request.actor, number)
    waits = order.standing is Standing.WAITING
    context = {
        "order": order,
        "may_decide": access.may_decide(actor, order),
        "may_withdraw": access.may_withdraw(actor, order),
        "is_own": waits and order.asked_by_id == actor.staff_id,
        "record": said(reading.about(order.record)),
        **_gone(request, order),
        **_copies(request, order),
    }
    return render(request, "erasure/show.html", context)


@readers_of(Area.ERASURE)
@require_safe
def preview(request: StaffRequest, number: int) -> HttpResponse:
    """Show what would go, counted now; it is fetched when it is seen, for every text is read for it."""
    order = access.order_for(request.actor, number)
    figures = looking.look(order).figures if order.standing is Standing.WAITING else []
    context = {"order": order, **_shown(request, order, figures)}
    page = "erasure/_preview.html" if request.htmx else "erasure/preview.html"  # type: ignore[attr-defined]
    return render(request, page, context)


def _gone(request: StaffRequest, order: Order) -> dict[str, Any]:
    """What has gone, where the order is carried out."""
    if order.erased_at is None:
        return {}
    return {
        **_shown(request, order, [Figure(**one) for one in order.figures]),
        "files_left": order.files.filter(gone_at=None).count(),
    }


def _shown(request: StaffRequest, order: Order, figures: list[Figure]) -> dict[str, Any]:
    """The figures that the reader may see: of what was told in confidence only for those to whom that channel is open."""
    open_to = access.sees_channel(request.actor, order.account)
    rows = [(one.kind, one.open + (one.secret if open_to else 0)) for one in figures]
    return {"figures": [(gettext(kind), count) for kind, count in rows if count], "sees_channel": open_to}


def _copies(request: StaffRequest, order: Order) -> dict[str, Any]:
    copies = outside.copies(order, request.actor)
    names = names_of({one.by for one in copies})
    return {"copies": [(one, names.get(one.by, one.by)) for one in copies]}
