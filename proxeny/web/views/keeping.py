"""Keeping what a list shows, under a name of its own or of the view it began from."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.web import toasts
from proxeny.web.lists import registry
from proxeny.web.policy import StaffRequest, colleagues
from proxeny.web.views.loading import listing_for, team_for, tidy_query, view_for


@colleagues
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Ask for a name, or keep the view under it; the list is opened by its new view."""
    sent = request.POST if request.method == "POST" else request.GET
    listing = listing_for(request, sent.get("listing", ""))
    query = tidy_query(request, listing, sent.get("query", ""))
    errors: list[str] = []
    if request.method == "POST":
        team = team_for(request, sent.get("team", ""))
        try:
            view = viewing.keep(listing.key, sent.get("name", ""), query, by=request.actor, team=team)
        except ValidationError as error:
            errors = error.messages
        else:
            if sent.get("pin"):
                viewing.pin(view, by=request.actor)
            toasts.say(request, _("“%(name)s” is kept.") % {"name": view.name})
            return to_view(request, view)
    context = {
        "listing": listing, "query": query, "errors": errors, "name": sent.get("name", ""),
        "teams": list(viewing.teams_of(request.actor)), "team": sent.get("team", ""), "is_part": bool(request.htmx),  # type: ignore[attr-defined]
        "pins": request.method != "POST" or "pin" in sent,
    }  # fmt: skip
    template = "views/_new.html" if context["is_part"] else "views/new.html"
    return render(request, template, context, status=422 if errors else 200)


@colleagues
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Lead to the list that the view shows."""
    view, _listing = view_for(request, number)
    return to_view(request, view)


@colleagues
@require_POST
def replace(request: StaffRequest, number: int) -> HttpResponse:
    """Let the view show what the list shows now."""
    view, listing = view_for(request, number, own=True)
    viewing.replace_query(view, tidy_query(request, listing, request.POST.get("query", "")), by=request.actor)
    toasts.say(request, _("“%(name)s” shows this from now on.") % {"name": view.name})
    return to_view(request, view)


def to_view(request: StaffRequest, view: SavedView) -> HttpResponse:
    """Lead to the list as the view shows it; a fragment cannot, so it tells the browser to go."""
    address = f"{reverse(registry.listing_of(view.listing).route)}?view={view.pk}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
