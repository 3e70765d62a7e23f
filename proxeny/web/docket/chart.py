"""The consumption behind an item: the last ninety days, or the year when it began longer ago."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.docket import reading
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web.accounts.chart import chart_context
from proxeny.web.accounts.dossier import dossier
from proxeny.web.policy import StaffRequest, readers_of

RECENT = 60


@readers_of(Area.HEALTH)
@require_safe
def chart(request: StaffRequest, number: int) -> HttpResponse:
    """Return the chart of the meter that the item is about, with what else happened on the same days."""
    item = reading.item_for(request.actor, number, clock.today())
    if item.account is None:
        raise NotFound(f"account of matter:{number}")
    known = dossier(request.actor, item.account.pk)
    since = item.sighting.matter.since
    is_recent = since is None or (clock.today() - since).days < RECENT
    asked = {"span": "90" if is_recent else "365", "meter": f"meter:{item.meter}"}
    return render(request, "docket/_chart.html", {"item": item, **chart_context(known, asked)})
