"""Choosing the language: kept with the colleague, or in the session before sign-in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from proxeny.identity import preferring
from proxeny.web.policy import public
from proxeny.web.returning import way_back


@public
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Speak the chosen language from now on, and return to the page it was chosen on."""
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        request.session["language"] = language
        if request.user.is_authenticated:
            preferring.prefer(request.user, {"language": language})
    return redirect(way_back(request))
