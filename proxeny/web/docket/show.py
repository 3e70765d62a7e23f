"""The docket of today."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.docket import reading
from proxeny.docket.sweeping import ask_for_sweep
from proxeny.identity.roles import Area, may
from proxeny.web.docket.board import board, opened_item, rest_board
from proxeny.web.policy import StaffRequest, colleagues, readers_of


@colleagues
@require_safe
def show(request: StaffRequest) -> HttpResponse:
    """Show what needs judgement today; a day not looked at yet is asked for and appears when it is ready.

    This is also the address that everybody types: who has no docket is led to the first place they have.
    """
    if not may(request.actor, Area.HEALTH):
        return redirect("arrival")
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


@readers_of(Area.HEALTH)
@require_safe
def rest(request: StaffRequest) -> HttpResponse:
    """Show the customers of less weight, a page at a time: for htmx that page, else the docket opened there."""
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "docket/_rest.html", rest_board(request.actor, request.GET))
    return render(request, "docket/show.html", board(request.actor, request.GET))
