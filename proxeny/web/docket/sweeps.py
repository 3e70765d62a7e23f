"""Seeing how far the laying out of a morning is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.identity.roles import Area
from proxeny.judgement import sweeping
from proxeny.web.docket.board import board
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.HEALTH)
@require_safe
def state(request: StaffRequest) -> HttpResponse:
    """Answer the waiting page: the docket once the day is ready, the waiting line until then."""
    if sweeping.standing(clock.today()) is None:
        return render(request, "docket/_waiting.html")
    return render(request, "docket/_answered.html", board(request.actor, request.GET))
