"""The page of one's own settings."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.core import clock
from proxeny.identity import preferring
from proxeny.identity.models import Staff
from proxeny.web import toasts
from proxeny.web.policy import colleagues
from proxeny.web.preferences import zones
from proxeny.web.preferences.forms import Preferences
from proxeny.web.returning import way_back

BEFORE = "preferences-before"


@colleagues
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Show the settings, or keep those that were sent; what they were before waits to be undone."""
    staff = _self(request)
    before = preferring.settings_of(staff)
    if request.method != "POST":
        return _page(request, Preferences(initial=before))
    form = Preferences(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    if form.cleaned_data == before:
        return redirect("preferences")
    request.session[BEFORE] = before
    preferring.prefer(staff, form.cleaned_data)
    with translation.override(staff.language):
        toasts.say(request, _("Kept. It holds from now on."), undo=reverse("preferences-undo"))
    return redirect("preferences")


@colleagues
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Set everything as it was before the last change; without one, leave it."""
    if before := request.session.pop(BEFORE, None):
        staff = _self(request)
        preferring.prefer(staff, before)
        with translation.override(staff.language):
            toasts.say(request, _("Everything is set as it was before."))
    return redirect("preferences")


@colleagues
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Light the workbench as chosen in the menu."""
    if request.POST.get("theme") in Staff.Theme.values:
        preferring.prefer(_self(request), {"theme": request.POST["theme"]})
    return redirect(way_back(request))


def _self(request: HttpRequest) -> Staff:
    return cast("Staff", request.user)  # the policy lets in nobody else


def _page(request: HttpRequest, form: Preferences, status: int = 200) -> HttpResponse:
    zone = _self(request).time_zone or settings.TIME_ZONE
    context = {"form": form, "zone": zones.named(zone), "now": clock.now()}
    return render(request, "preferences/show.html", context, status=status)
