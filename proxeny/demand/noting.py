"""What every verb on defects and requests does: find the row again under a lock, put the line on record."""

from typing import Any

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.demand import access
from proxeny.demand.events import Kind
from proxeny.demand.models import Defect, Request
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility


def locked_defect(defect: Defect, by: Actor) -> Defect:
    """Return the row under a lock for who may change it, or raise NotFound."""
    row = access.defects(by, write=True).select_for_update().filter(pk=defect.pk).first()
    if row is None:
        raise NotFound(str(defect.record))
    return row


def locked_request(request: Request, by: Actor) -> Request:
    """Return the row under a lock for who may change it, or raise NotFound."""
    open_to = access.requests(by, write=True).filter(pk=request.pk)
    found = Request.objects.select_for_update(of=("self",)).select_related("account", "case")
    row = found.filter(pk__in=open_to.values("pk")).first()
    if row is None:
        raise NotFound(str(request.record))
    return row


def of_defect(
    kind: Kind, defect: Defect, *also: Reference, by: Actor, hidden: bool = False, **content: Any
) -> int:
    """Put a line about the defect on record; `hidden` where it tells of a confidential case."""
    visibility = Visibility.CONFIDENTIAL if hidden else Visibility.OPEN
    about = [defect.record, *also]
    return appending.append(kind, about=about, by=by, visibility=visibility, title=defect.title, **content)


def of_request(kind: Kind, request: Request, *, by: Actor, **content: Any) -> int:
    """Put a line about the request on record."""
    visibility = Visibility.CONFIDENTIAL if request.in_confidence else Visibility.OPEN
    about = [request.account.record, request.record, *([request.case.record] if request.case else [])]
    return appending.append(kind, about=about, by=by, visibility=visibility, what=request.what, **content)


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself."""
    if by.staff_id is None:
        raise ValueError("only a colleague can note a defect or a request, or say what became of it")
    return by.staff_id
