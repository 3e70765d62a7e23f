"""The ledger page: the newest entries as sentences, and whether the whole of it holds."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, Reach, may, right
from proxeny.ledger import verifying
from proxeny.ledger.verifying import Report
from proxeny.web.ledger import rows
from proxeny.web.ledger.kinds import GROUPS, kinds_of
from proxeny.web.ledger.loading import lines_for, may_read
from proxeny.web.ledger.sentences import said
from proxeny.web.ledger.standing import standing
from proxeny.web.policy import StaffRequest, readers_of

SHOWN = 60
MOST_BREAKS = 20


@readers_of(Area.LEDGER)
def show(request: StaffRequest) -> HttpResponse:
    """Show the newest entries, or those before `before`."""
    return _page(request)


@readers_of(Area.LEDGER)
@require_POST
def verification(request: StaffRequest) -> HttpResponse:
    """Verify the ledger from its first line to its last, and show what was found.

    How many lines there are, and which of them are broken, only as far as the reader may read them.
    """
    return _page(request, verifying.verify(), rows.beside(request.actor))


def _page(
    request: StaffRequest, report: Report | None = None, beside: rows.Beside | None = None
) -> HttpResponse:
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
        "sees_erasures": may(request.actor, Area.ERASURE),
        "knows_looks": may(request.actor, Area.INSIDE),
        "standing": standing(request.actor),
        "beside": beside,
        **_found(request.actor, report),
    }
    return render(request, "ledger/show.html", context)


def _found(actor: Actor, report: Report | None) -> dict[str, object]:
    if report is None:
        return {}
    breaks = report.breaks[:MOST_BREAKS]
    if right(actor, Area.LEDGER).read is not Reach.ALL:
        breaks = [one for one in breaks if may_read(actor, one.sequence)]
    return {"report": report, "breaks": breaks}
