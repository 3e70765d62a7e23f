"""The docket of today."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.docket import reading
from proxeny.identity.roles import Area
from proxeny.web.docket.board import board, opened_item
from proxeny.web.docket.sweeps import ask_for_sweep
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.HEALTH)
@require_safe
def show(request: StaffRequest) -> HttpResponse:
    """Show what needs judgement today; a day not looked at yet is asked for and appears when it is ready."""
    context = board(request.actor, request.GET)
    if not context["is_swept"]:
        ask_for_sweep(clock.today())
    return render(request, "docket/show.html", context)


@readers_of(Area.HEALTH)
@require_safe
def item(request: StaffRequest, number: int) -> HttpResponse:
    """Show one item: its evidence for htmx, the whole docket with it opened otherwise."""
    if request.htmx:  # type: ignore[attr-defined]
        found = reading.item_for(request.actor, number, clock.today())
        return render(request, "docket/_item.html", opened_item(request.actor, found))
    reading.item_for(request.actor, number, clock.today())
    return render(request, "docket/show.html", board(request.actor, request.GET, number))
