"""The page on which somebody tidies their views: names, teams, pins and their order, putting away."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.web import toasts
from proxeny.web.lists import registry
from proxeny.web.policy import StaffRequest, colleagues
from proxeny.web.views.loading import listing_for, team_for, view_for


@colleagues
@require_safe
def show(request: StaffRequest) -> HttpResponse:
    """Show the views of one list that the reader may open."""
    listing = listing_for(request, request.GET.get("listing", ""))
    found = list(viewing.views(request.actor, listing.key))
    context = {
        "listing": listing,
        "path": reverse(listing.route),
        "pinned": [view for view in found if view.pinned_place is not None],  # type: ignore[attr-defined]
        "others": [view for view in found if view.pinned_place is None],  # type: ignore[attr-defined]
        "teams": list(viewing.teams_of(request.actor)),
    }
    return render(request, "views/show.html", context)


@colleagues
@require_POST
def rename(request: StaffRequest, number: int) -> HttpResponse:
    """Give the view another name."""
    view, _listing = view_for(request, number, own=True)
    try:
        viewing.rename(view, request.POST.get("name", ""), by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=30)
    else:
        toasts.say(request, _("It is called “%(name)s” now.") % {"name": view.name})
    return _back(view)


@colleagues
@require_POST
def share(request: StaffRequest, number: int) -> HttpResponse:
    """Share the view with a team of one's own, or with nobody."""
    view, _listing = view_for(request, number, own=True)
    team = team_for(request, request.POST.get("team", ""))
    viewing.share(view, team, by=request.actor)
    if team:
        said = _("All in %(team)s find “%(name)s” now; each sees in it what they may see.")
    else:
        said = _("“%(name)s” is yours alone.")
    toasts.say(request, said % {"name": view.name, "team": team})
    return _back(view)


@colleagues
@require_POST
def pin(request: StaffRequest, number: int) -> HttpResponse:
    """Keep the view at hand above its list."""
    view, _listing = view_for(request, number)
    viewing.pin(view, by=request.actor)
    return _back(view)


@colleagues
@require_POST
def unpin(request: StaffRequest, number: int) -> HttpResponse:
    """Take the view off the tabs."""
    view, _listing = view_for(request, number)
    viewing.unpin(view, by=request.actor)
    return _back(view)


@colleagues
@require_POST
def order(request: StaffRequest) -> HttpResponse:
    """Move a pinned view one place up."""
    listing = listing_for(request, request.POST.get("listing", ""))
    numbers = [view.pk for view in viewing.pinned(request.actor, listing.key)]
    moved = request.POST.get("up", "")
    place = numbers.index(int(moved)) if moved.isdecimal() and int(moved) in numbers else 0
    if place:
        numbers[place - 1], numbers[place] = numbers[place], numbers[place - 1]
        viewing.reorder(listing.key, numbers, by=request.actor)
    return redirect(f"{reverse('views')}?listing={listing.key}")


@colleagues
@require_POST
def remove(request: StaffRequest, number: int) -> HttpResponse:
    """Put the view away; the toast brings it back."""
    view, _listing = view_for(request, number, own=True)
    viewing.remove(view, by=request.actor)
    said = _("“%(name)s” is put away.") % {"name": view.name}
    toasts.say(request, said, undo=reverse("view-restoration", args=[view.pk]))
    return _back(view)


@colleagues
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Bring a view back that was put away."""
    view = viewing.removed_view_for(request.actor, number)
    listing_for(request, view.listing)
    try:
        viewing.restore(view, by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=30)
    else:
        toasts.say(request, _("“%(name)s” is back.") % {"name": view.name})
    return _back(view)


def _back(view: SavedView) -> HttpResponse:
    listing = registry.listing_of(view.listing)
    return redirect(f"{reverse('views')}?listing={listing.key}")
