"""Routes of the palette."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from proxeny.accounts import recalling
from proxeny.core import clock
from proxeny.core.spelling import patterns
from proxeny.core.spelling.units import units
from proxeny.docket.sweeping import ask_for_sweep
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.web import toasts
from proxeny.web.palette import answering
from proxeny.web.palette.verbs import answers_for_all
from proxeny.web.policy import StaffRequest, colleagues, writers_of

LONGEST = 80
MOST_NAMES = 60


@colleagues
@require_safe
def answers(request: StaffRequest) -> HttpResponse:
    """Answer what was typed, as a fragment; without anything typed, with what was opened lately."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    groups = answering.answer(request.actor, words) if words else answering.recent(request.actor)
    return render(request, "palette/_groups.html", {"groups": groups})


@colleagues
@require_safe
def start(request: StaffRequest) -> HttpResponse:
    """Answer the pages and what can be done everywhere: asked for once, when the palette is first opened."""
    return render(request, "palette/_start.html")


@colleagues
@require_safe
def lines(request: StaffRequest) -> HttpResponse:
    """Answer how each `name` sounds, so that the browser finds the verbs of a page by pinyin as well.

    Asked when the palette opens; the names of the customers are laid out meanwhile, before anything is typed.
    """
    names = request.GET.getlist("name")[:MOST_NAMES]
    if may(request.actor, Area.DOSSIER):
        recalling.get_ready()
    return JsonResponse({name[:LONGEST]: patterns.line(units(name[:LONGEST])) for name in names})


@writers_of(Area.HEALTH)
@require_POST
def morning(request: StaffRequest) -> HttpResponse:
    """Have today's docket laid out again; asking while that waits or runs changes nothing."""
    if not answers_for_all(request.actor):
        raise NotFound("morning")
    ask_for_sweep(clock.today())
    toasts.say(request, _("This morning is being laid out again. Reload in a minute."))
    return redirect("docket")
