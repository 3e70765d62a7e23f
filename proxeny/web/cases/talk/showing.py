"""The conversation by itself: all of it, what came earlier, what came since."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.talk import reading
from proxeny.web.cases.talk.message_html import author_of, named
from proxeny.web.cases.talk.sent import number_of
from proxeny.web.policy import StaffRequest, readers_of

MOST_NAMES = 3


@readers_of(Area.DOSSIER)
@require_safe
def talk(request: StaffRequest, number: int) -> HttpResponse:
    """Show what stands before a message (`before`), what came after one (`after`), or all of it on a page of its own."""
    reader = reader_of(request.actor, number)
    context = {"case": reader.case, "reader": reader}
    if "before" in request.GET:
        stretch = reading.before(reader, number_of(request.GET["before"]))
        return render(request, "cases/talk/_earlier.html", {**context, "stretch": stretch})
    if "after" in request.GET:
        return HttpResponse(reading.after(reader, number_of(request.GET["after"])).html)
    return render(request, "cases/talk/whole.html", {**context, "stretch": reading.whole(reader)})


@readers_of(Area.DOSSIER)
@require_safe
def news(request: StaffRequest, number: int) -> HttpResponse:
    """Say that others wrote after the message `after`; nothing (204) where nobody did."""
    reader = reader_of(request.actor, number)
    found = list(
        named(reading.news(reader, number_of(request.GET.get("after", "")))).order_by("pk")[: reading.AT_ONCE]
    )
    if not found:
        return HttpResponse(status=204)
    names = list(dict.fromkeys(author_of(one, reader.case) for one in found))[:MOST_NAMES]
    return render(
        request,
        "cases/talk/_news.html",
        {"case": reader.case, "count": len(found), "names": names, "first": found[0]},
    )
