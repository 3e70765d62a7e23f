"""The ledger page: the newest entries as sentences, and whether the whole of it holds."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import verifying
from proxeny.ledger.verifying import Report
from proxeny.web.ledger.kinds import GROUPS, kinds_of
from proxeny.web.ledger.loading import lines_for
from proxeny.web.ledger.sentences import said
from proxeny.web.policy import StaffRequest, readers_of

SHOWN = 60


@readers_of(Area.LEDGER)
def show(request: StaffRequest) -> HttpResponse:
    """Show the newest entries, or those before `before`."""
    return _page(request)


@readers_of(Area.LEDGER)
@require_POST
def verification(request: StaffRequest) -> HttpResponse:
    """Verify the ledger from its first line to its last, and show what was found."""
    return _page(request, verifying.verify())


def _page(request: StaffRequest, report: Report | None = None) -> HttpResponse:
    before, group = request.GET.get("before", ""), request.GET.get("kind", "")
    found = lines_for(
        request.actor, SHOWN + 1, before=int(before) if before.isdecimal() else None, kinds=kinds_of(group)
    )
    lines = said(found[:SHOWN])
    context = {
        "days": [
            (day, list(of_day)) for day, of_day in groupby(lines, lambda one: timezone.localdate(one.line.at))
        ],
        "groups": GROUPS,
        "group": group,
        "older": lines[-1].line.sequence if len(found) > SHOWN else None,
        "sees_all": right(request.actor, Area.LEDGER).read is Reach.ALL,
        "report": report,
    }
    return render(request, "ledger/show.html", context)
