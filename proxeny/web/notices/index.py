"""The inbox, and what a person is done with."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.notices import reading, settling
from proxeny.web.notices.addresses import address_of
from proxeny.web.policy import StaffRequest, colleagues


@colleagues
@require_safe
def inbox(request: StaffRequest) -> HttpResponse:
    """Show what the reader has not done with."""
    return render(request, "notices/index.html", listed(request.actor, is_archive=False))


@colleagues
@require_safe
def notice(request: StaffRequest, number: int) -> HttpResponse:
    """Lead to what a notice is about; going there is reading it, and all that lies in its group."""
    found = reading.notice_for(request.actor, number)
    settling.read([found.pk], actor=request.actor)
    return redirect(address_of(request.actor, found) or "notices")


def listed(actor: Actor, *, is_archive: bool) -> dict[str, Any]:
    """Return the context of one of the two lists."""
    inbox = reading.archive(actor) if is_archive else reading.inbox(actor)
    return {"inbox": inbox, "is_archive": is_archive, "waits_until": said_wait(actor)}


def said_wait(actor: Actor) -> str:
    """Return when work begins again for the reader, in words; nothing during working hours."""
    begins = reading.waits_until(actor)
    if begins is None:
        return ""
    return words.moment(timezone.localtime(begins), words.here(), today=clock.today())
