"""Watching a case, and no longer."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.cases import watching
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.INSIDE)
@require_POST
def watch(request: StaffRequest, number: int) -> HttpResponse:
    """Hear of it from now on."""
    watching.watch(reader_of(request.actor, number).case, by=request.actor)
    undo = reverse("case-watch-withdrawal", args=[number])
    return asking.back(request, number, said=_("You hear of it from now on."), undo=undo)


@readers_of(Area.INSIDE)
@require_POST
def unwatch(request: StaffRequest, number: int) -> HttpResponse:
    """Hear of it no more."""
    watching.unwatch(reader_of(request.actor, number).case, by=request.actor)
    undo = reverse("case-watch", args=[number])
    return asking.back(request, number, said=_("You hear of it no more."), undo=undo)
