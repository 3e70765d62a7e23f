"""Showing the composer again: as a piece of the page where htmx asked for it, else on a page of its own."""

from django.http import HttpResponse
from django.shortcuts import render

from proxeny.web.cases.reader import Reader
from proxeny.web.cases.talk import reading
from proxeny.web.cases.talk.composer import Composer, ways_from
from proxeny.web.policy import StaffRequest


def composed(request: StaffRequest, reader: Reader, composer: Composer, *, status: int = 200) -> HttpResponse:
    """Return the composer as it stands."""
    context = {"case": reader.case, "reader": reader, "composer": composer, "ways": ways_from(reader)}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "cases/talk/_composer_part.html", context, status=status)
    context["stretch"] = reading.latest(reader)
    return render(request, "cases/talk/compose.html", context, status=status)
