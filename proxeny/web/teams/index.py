"""The teams: who heads them, who is on duty, what lies with them. By name: they are not ranked."""

from django.db.models import Count, Min, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue.duty import on_duty
from proxeny.core import clock
from proxeny.dispatch.models.order import WITH_TEAM
from proxeny.identity.roles import Area
from proxeny.reports import access
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.TEAM_RECORDS)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the teams whose record the reader may see."""
    lies = Q(orders__standing__in=WITH_TEAM, orders__case__is_confidential=False)
    found = list(
        access.teams(request.actor)
        .select_related("head")
        .annotate(lying=Count("orders", filter=lies), oldest=Min("orders__lies_since", filter=lies))
        .order_by("name")
    )
    duty = on_duty([team.pk for team in found], clock.today())
    rows = [{"team": team, "on_duty": duty.get(team.pk)} for team in found]
    return render(request, "teams/index.html", {"rows": rows})
