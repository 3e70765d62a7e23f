"""One team: what lies with it now, oldest first, and its record against itself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue.duty import on_duty
from proxeny.core import clock
from proxeny.dispatch.access import orders
from proxeny.dispatch.models import Order
from proxeny.dispatch.models.order import WITH_TEAM
from proxeny.identity.roles import Area
from proxeny.reports import access
from proxeny.reports.team import record_of
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.teams import figures


@readers_of(Area.TEAM_RECORDS)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the team to who may read its record; of its orders those that the reader may see, and how many more there are."""
    team = access.team_for(request.actor, number)
    lying = Order.objects.filter(team=team, standing__in=WITH_TEAM).order_by("lies_since", "pk")
    seen = list(
        lying.filter(pk__in=orders(request.actor).values("pk")).select_related("holder", "case__account")
    )
    record = record_of(team)
    context = {
        "team": team,
        "members": [one.staff for one in team.memberships.filter(left_at=None).select_related("staff")],
        "on_duty": on_duty([team.pk], clock.today()).get(team.pk),
        "lying": seen,
        "more": lying.filter(case__is_confidential=False).count()
        - sum(not one.case.is_confidential for one in seen),
        "now": clock.now(),
        "record": record,
        "periods": figures.ends(record),
        "lines": figures.lines(record),
        "changes": figures.changes(record),
        "pictures": figures.pictures(record),
    }
    return render(request, "teams/show.html", context)
