"""Founding teams, and who belongs to them."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.identity import access, teaming
from proxeny.identity.models import Team
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.people.forms import NewTeam
from proxeny.web.people.show import people_page
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.PEOPLE)
@require_POST
def found(request: StaffRequest) -> HttpResponse:
    """Found a team."""
    form = NewTeam(request.POST)
    if form.is_valid():
        try:
            team = teaming.found(form.cleaned_data["name"], by=request.actor)
        except ValidationError as error:
            form.add_error("name", error)
        else:
            toasts.say(request, _("The team %(name)s is founded.") % {"name": team.name})
            return redirect("people")
    return people_page(request, team=form, status=422)


@writers_of(Area.PEOPLE)
@require_POST
def join(request: StaffRequest, number: int) -> HttpResponse:
    """Take a colleague into the team that was chosen."""
    staff = access.staff_for(request.actor, number, write=True)
    team = _team(request, request.POST.get("team", ""))
    try:
        teaming.join(team, staff, by=request.actor)
    except ValidationError as error:
        toasts.say(request, error.messages[0], level=30)
    else:
        said = _("%(name)s belongs to %(team)s.") % {"name": staff.name, "team": team.name}
        toasts.say(request, said, undo=reverse("person-leave", args=[number, team.pk]))
    return redirect("person", number)


@writers_of(Area.PEOPLE)
@require_POST
def leave(request: StaffRequest, number: int, team_number: int) -> HttpResponse:
    """End a colleague's membership."""
    staff = access.staff_for(request.actor, number, write=True)
    team = _team(request, str(team_number))
    teaming.leave(team, staff, by=request.actor)
    toasts.say(
        request, _("%(name)s no longer belongs to %(team)s.") % {"name": staff.name, "team": team.name}
    )
    return redirect("person", number)


@writers_of(Area.PEOPLE)
@require_POST
def head(request: StaffRequest, number: int, team_number: int) -> HttpResponse:
    """Make a colleague the head of a team they belong to."""
    staff = access.staff_for(request.actor, number, write=True)
    team = _team(request, str(team_number))
    try:
        teaming.head(team, staff, by=request.actor)
    except ValidationError as error:
        toasts.say(request, error.messages[0], level=30)
    else:
        toasts.say(request, _("%(name)s heads %(team)s.") % {"name": staff.name, "team": team.name})
    return redirect("person", number)


def _team(request: StaffRequest, number: str) -> Team:
    found = access.teams(request.actor).filter(pk=number).first() if number.isdecimal() else None
    if found is None:
        raise access.NotFound(f"team:{number}")
    return found
