"""One case."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from proxeny.desk import visiting
from proxeny.identity.roles import Area
from proxeny.web.afterwards import afterwards
from proxeny.web.cases.page import page
from proxeny.web.cases.panels import panel_of
from proxeny.web.cases.reader import reader_of
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DOSSIER)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the case: its steps and clocks, the conversation, and what is known beside it."""
    reader = reader_of(request.actor, number)
    if target := reader.case.merged_into:
        return redirect("case", target.number)
    answer = render(request, "cases/show.html", page(request, reader))
    return afterwards(answer, lambda: visiting.note(reader.case.record, by=request.actor))


@readers_of(Area.DOSSIER)
@require_safe
def part(request: StaffRequest, number: int, key: str) -> HttpResponse:
    """Show one panel, as it is now."""
    reader = reader_of(request.actor, number)
    context = {"case": reader.case, "reader": reader, "shown": panel_of(reader, key), "is_part": True}
    return render(request, "cases/panel.html", context)
