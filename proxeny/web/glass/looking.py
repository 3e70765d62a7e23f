"""Beginning to look under an admission, and looking no longer; it lasts as long as the session at most."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from proxeny.accounts.glass import looking
from proxeny.identity.roles import Area
from proxeny.web.glass.witness import KEY
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.INSIDE)
@require_POST
def begin(request: StaffRequest, number: int) -> HttpResponse:
    """Look from now on: every page says so, and every page that is opened goes on record."""
    found = looking.begin(request.actor, number)
    request.session[KEY] = found.admission.pk
    return redirect("account", found.account.pk)


@readers_of(Area.INSIDE)
@require_POST
def end(request: StaffRequest) -> HttpResponse:
    """See as always again; one may look once more as long as the admission is open."""
    number = request.session.pop(KEY, None)
    return redirect("glass-admission", number) if number else redirect("glass")
