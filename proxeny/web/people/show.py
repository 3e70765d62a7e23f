"""The list of colleagues and teams, and the page of one colleague."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.desk import visiting
from proxeny.identity import access
from proxeny.identity.models import Staff, Team, TeamMembership
from proxeny.identity.roles import Area, Role, may
from proxeny.web.lists.page import respond
from proxeny.web.people.forms import Departure, NewColleague, NewTeam
from proxeny.web.people.listing import PEOPLE
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.PEOPLE)
def people(request: StaffRequest) -> HttpResponse:
    """List the colleagues, those here first, and the teams."""
    return people_page(request)


@readers_of(Area.PEOPLE)
def person(request: StaffRequest, number: int) -> HttpResponse:
    """Show one colleague: roles, teams, and leaving."""
    staff = access.staff_for(request.actor, number)
    visiting.note(references.to("staff", staff.pk), by=request.actor)
    return person_page(request, staff)


def people_page(
    request: StaffRequest,
    *,
    colleague: NewColleague | None = None,
    team: NewTeam | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the list, with a form that was sent back when there is one."""
    context = {
        "teams": _with_members(access.teams(request.actor)),
        "may_change": may(request.actor, Area.PEOPLE, write=True),
        "new_colleague": colleague or NewColleague(initial={"language": "zh-hans"}),
        "new_team": team or NewTeam(),
    }
    return respond(PEOPLE, request, "people/list.html", context, status=status)


def person_page(
    request: StaffRequest, staff: Staff, *, departure: Departure | None = None, status: int = 200
) -> HttpResponse:
    """Return the page of one colleague, with a form that was sent back when there is one."""
    held = staff.roles
    context = {
        "person": staff,
        "roles": [{"value": role.value, "label": role.label, "is_held": role.value in held} for role in Role],
        "memberships": staff.memberships.filter(left_at=None).select_related("team"),
        "other_teams": _other_teams(request.actor, staff),
        "may_change": may(request.actor, Area.PEOPLE, write=True) and staff.is_active,
        "departure": departure or Departure(),
    }
    return render(request, "people/person.html", context, status=status)


def _with_members(teams: QuerySet[Team]) -> QuerySet[Team]:
    standing = TeamMembership.objects.filter(left_at=None).select_related("staff").order_by("staff__name")
    return teams.select_related("head").prefetch_related(
        Prefetch("memberships", standing, to_attr="standing")
    )


def _other_teams(actor: Actor, staff: Staff) -> QuerySet[Team]:
    joined = staff.memberships.filter(left_at=None).values("team")
    return access.teams(actor).exclude(pk__in=joined)
