"""The first page of an empty installation: who its owner is."""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from proxeny.identity import founding, founding_code
from proxeny.web.policy import public
from proxeny.web.preferences import zones
from proxeny.web.welcome.forms import Founder

TRIES = "setup_code"  # how many there are in which time stands in ACCOUNT_RATE_LIMITS


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest) -> HttpResponse:
    """Ask who the owner is; with the right code they are made one, signed in, and led on."""
    if request.method != "POST":
        if founding.is_founded():
            raise Http404
        founding_code.standing()  # where the web was not started by `proxeny up`, nobody has asked for it yet
        return _page(request, Founder(initial={"code": request.GET.get("code", "")}))
    if founding.is_founded():
        return render(request, "welcome/too_late.html", status=409)
    if not ratelimit.consume(request, action=TRIES, dry_run=True):
        return _page(request, Founder(request.POST), status=429)
    form = Founder(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    return _found(request, form)


def _found(request: HttpRequest, form: Founder) -> HttpResponse:
    words: dict[str, Any] = form.verbs_words()
    try:
        staff = founding.found(**words, language=_language())
    except founding.AlreadyFounded:
        return render(request, "welcome/too_late.html", status=409)
    except founding.WrongCode:
        ratelimit.consume(request, action=TRIES)
        form.add_error("code", _("That is not the code. Take the newest one that was printed."))
        return _page(request, form, status=422)
    except ValidationError as error:
        form.refuse(error)
        return _page(request, form, status=422)
    login(request, staff, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("welcome-start")


def _language() -> str:
    """Return the language that the page was read in."""
    here = translation.get_language() or settings.LANGUAGE_CODE
    return here if here in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _page(request: HttpRequest, form: Founder, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "has_code": bool(form["code"].value()),
        "installation_zone": zones.named(settings.TIME_ZONE),
        "too_many": status == 429,
    }
    return render(request, "welcome/owner.html", context, status=status)
