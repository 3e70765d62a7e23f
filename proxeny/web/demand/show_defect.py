"""The list of defects, and one of them: what shows, how to get around it, how often it came again, whom it troubles."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.demand import access, troubling
from proxeny.demand.troubling import Trouble
from proxeny.desk import visiting
from proxeny.web.demand.defects import DEFECTS
from proxeny.web.demand.policies import readers_of_defects
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest


@readers_of_defects
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the defects that the address asks for."""
    may_write = access.may_write_defects(request.actor)
    return respond(DEFECTS, request, "demand/defects.html", {"may_write": may_write})


@readers_of_defects
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show one defect, with the cases the reader may see and the number of the others."""
    defect = access.defect_for(request.actor, number)
    visiting.note(defect.record, by=request.actor)
    trouble = troubling.of([defect], request.actor).get(defect.pk, Trouble())
    may_write = access.may_write_defects(request.actor)
    context = {"defect": defect, "trouble": trouble, "may_write": may_write}
    return render(request, "demand/defect.html", context)
