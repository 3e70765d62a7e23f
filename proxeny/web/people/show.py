"""The list of colleagues and teams, and the page of one colleague."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from proxeny.core.actors import Actor
from proxeny.identity import access
from proxeny.identity.models import RoleGrant, Staff, Team, TeamMembership
from proxeny.identity.roles import Area, Role, may
from proxeny.web.people.forms import Departure, NewColleague, NewTeam
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.PEOPLE)
def people(request: StaffRequest) -> HttpResponse:
    """List the colleagues, those here first, and the teams."""
    return people_page(request)


@readers_of(Area.PEOPLE)
def person(request: StaffRequest, number: int) -> HttpResponse:
    """Show one colleague: roles, teams, and leaving."""
    return person_page(request, access.staff_for(request.actor, number))


def people_page(
    request: StaffRequest,
    *,
    colleague: NewColleague | None = None,
    team: NewTeam | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the list, with a form that was sent back when there is one."""
    everybody = sorted(_with_parts(access.staff_list(request.actor)), key=lambda staff: not staff.is_active)
    context = {
        "everybody": everybody,
        "teams": _with_members(access.teams(request.actor)),
        "may_change": may(request.actor, Area.PEOPLE, write=True),
        "new_colleague": colleague or NewColleague(initial={"language": "zh-hans"}),
        "new_team": team or NewTeam(),
    }
    return render(request, "people/list.html", context, status=status)


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


def _with_parts(everybody: QuerySet[Staff]) -> QuerySet[Staff]:
    standing = TeamMembership.objects.filter(left_at=None).select_related("team")
    return everybody.prefetch_related(
        Prefetch("grants", RoleGrant.objects.filter(ended_at=None), to_attr="standing_grants"),
        Prefetch("memberships", standing, to_attr="standing_memberships"),
    )


def _with_members(teams: QuerySet[Team]) -> QuerySet[Team]:
    standing = TeamMembership.objects.filter(left_at=None).select_related("staff").order_by("staff__name")
    return teams.select_related("head").prefetch_related(
        Prefetch("memberships", standing, to_attr="standing")
    )


def _other_teams(actor: Actor, staff: Staff) -> QuerySet[Team]:
    joined = staff.memberships.filter(left_at=None).values("team")
    return access.teams(actor).exclude(pk__in=joined)
