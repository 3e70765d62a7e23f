"""Whom an @ in the composer may mean."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.cases import mentioning
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.talk.sent import audience_of
from proxeny.web.policy import StaffRequest, writers_of

LONGEST = 40


@writers_of(Area.INSIDE)
@require_safe
def mentions(request: StaffRequest, number: int) -> HttpResponse:
    """List colleagues who could read the message and whom the words `q` may mean; nothing (204) where nobody is."""
    reader = reader_of(request.actor, number, write=True)
    words, audience = request.GET.get("q", "")[:LONGEST], audience_of(request.GET.get("audience"))
    found = mentioning.find(reader.case, words, audience, but=request.actor.staff_id)
    if not found:
        return HttpResponse(status=204)
    return render(request, "cases/talk/_mentions.html", {"people": found})
