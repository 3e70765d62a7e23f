"""Putting a case into somebody's hands, and taking that back."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import assigning
from proxeny.cases.models import Assignment
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.cases.ties.forms import HandsForm
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: StaffRequest, number: int) -> HttpResponse:
    """Ask to whom, or give it."""
    reader = reader_of(request.actor, number, write=True)
    form = HandsForm(request.actor, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":

        def act() -> Assignment | None:
            to = form.cleaned_data["to"]
            person, team = (to, None) if isinstance(to, Staff) else (None, to)
            reason = form.cleaned_data["reason"]
            return assigning.give(reader.case, to=person, team=team, reason=reason, by=request.actor)

        is_done, row = asking.done(form, act)
        if is_done and row is None:
            return asking.back(request, number, said=_("It lies there already; nothing was changed."))
        if is_done:
            said = _("It is in the hands of %(name)s now.") % {"name": assigning.name_of(row)}
            return asking.back(
                request, number, said=said, undo=reverse("case-hands-withdrawal", args=[row.pk])
            )
        status = 422
    case = reader.case
    has = case.owner or case.team
    note = _("It is in the hands of %(name)s.") % {"name": has} if has else _("It is in nobody’s hands.")
    return asking.asked(
        request, reader, form, title=_("Give the case"), button=_("Give"), note=note, status=status
    )


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, sequence: int) -> HttpResponse:
    """Take it back into the hands it came from."""
    row = assigning.given_for(request.actor, sequence)
    case = assigning.take_back(row, by=request.actor)
    return asking.back(request, case.number, said=_("It lies where it lay before."))
