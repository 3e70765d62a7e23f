"""The page of one's own settings."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.core import clock
from proxeny.identity.models import Staff
from proxeny.web import toasts
from proxeny.web.policy import colleagues
from proxeny.web.preferences.forms import Preferences
from proxeny.web.returning import way_back

SHORTCUTS = "shortcuts"


@colleagues
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Show the settings, or keep those that were sent."""
    if request.method != "POST":
        return _page(request, Preferences(initial=_settings_of(request)))
    form = Preferences(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    staff = _self(request)
    staff.language, staff.theme = form.cleaned_data["language"], form.cleaned_data["theme"]
    staff.save(update_fields=["language", "theme"])
    request.session[SHORTCUTS] = "on" if form.cleaned_data["shortcuts"] else "off"
    with translation.override(staff.language):
        toasts.say(request, _("Kept. It holds from now on."))
    return redirect("preferences")


@colleagues
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Light the workbench as chosen in the menu."""
    if request.POST.get("theme") in Staff.Theme.values:
        staff = _self(request)
        staff.theme = request.POST["theme"]
        staff.save(update_fields=["theme"])
    return redirect(way_back(request))


def _self(request: HttpRequest) -> Staff:
    return cast("Staff", request.user)  # the policy lets in nobody else


def _settings_of(request: HttpRequest) -> dict[str, object]:
    return {
        "language": _self(request).language,
        "theme": _self(request).theme,
        "shortcuts": request.session.get(SHORTCUTS) != "off",
    }


def _page(request: HttpRequest, form: Preferences, status: int = 200) -> HttpResponse:
    context = {"form": form, "zone": timezone.get_current_timezone_name(), "now": clock.now()}
    return render(request, "preferences/show.html", context, status=status)
