"""The texts by which defects and requests are found, and who finds them."""

from django.db.models import Q

from proxeny.accounts import access as accounts
from proxeny.core.actors import Actor
from proxeny.demand.access import DEFECTS, may_read_defects
from proxeny.demand.models import Defect, Request
from proxeny.identity.roles import Area
from proxeny.search import keeping
from proxeny.search.keeping import Text


def keep_defect(defect: Defect) -> None:
    """Keep the text of a defect as it is now: what shows, where, and how to get around it; no customer is in it."""
    words = [defect.product, defect.module, defect.symptom, defect.environment]
    words += [defect.workaround, defect.workaround_risk]
    keeping.put(
        Text(
            about=defect.record,
            within=defect.record,
            area=DEFECTS,
            at=defect.found_at,
            title=defect.title,
            text="\n".join(filter(None, words)),
        )
    )


def keep_request(request: Request) -> None:
    """Keep the text of a request as it is now; one that was withdrawn is not found any more."""
    if request.state == Request.State.WITHDRAWN:
        keeping.drop(request.record)
        return
    keeping.put(
        Text(
            about=request.record,
            within=request.record,
            area=Area.CONFIDENTIAL if request.in_confidence else Area.REQUESTS,
            at=request.recorded_at,
            title=request.what,
            text="\n".join(filter(None, (request.environment, request.purpose, request.today))),
            account=request.account_id,
        )
    )


def findable(actor: Actor) -> Q:
    """Return which texts of defects and requests the actor may find, as a condition on `search.models.Document`."""
    found = Q(pk=None)
    for area in (Area.REQUESTS, Area.CONFIDENTIAL):
        found |= Q(area=area, account__in=accounts.accounts(actor, area).values("pk"))
    found &= Q(kind="request")
    return found | Q(area=DEFECTS, kind="defect") if may_read_defects(actor) else found
