"""The way of a case by itself, for when something was written."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.way.standing import course
from proxeny.web.cases.way.track import track
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DOSSIER)
@require_safe
def part(request: StaffRequest, number: int) -> HttpResponse:
    """Show steps, state and proposals as they are now; by itself it is the page."""
    reader = reader_of(request.actor, number)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("case", number)
    context = {"case": reader.case, "reader": reader, "track": track(reader), "course": course(reader)}
    return render(request, "cases/course/_course.html", context)
