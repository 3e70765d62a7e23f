"""What every verb on defects and requests does: find the row again under a lock, put the line on record."""

from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.demand import access
from proxeny.demand.events import Kind
from proxeny.demand.models import Defect, Request
from proxeny.demand.models.noted import Noted
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility

N = TypeVar("N", bound=Noted)


def locked_defect(defect: Defect, by: Actor) -> Defect:
    """Return the row under a lock for who may change it, or raise NotFound."""
    row = access.defects(by, write=True).select_for_update().filter(pk=defect.pk).first()
    if row is None:
        raise NotFound(str(defect.record))
    return row


def locked_request(request: Request, within: QuerySet[Request]) -> Request:
    """Return the row under a lock if it is `within` what the actor may act on, or raise NotFound."""
    found = Request.objects.select_for_update(of=("self",)).select_related("account__spokesperson", "case")
    row = found.filter(pk=request.pk, pk__in=within.values("pk")).first()
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


def of_request(kind: Kind, request: Request, *also: Reference, by: Actor, **content: Any) -> int:
    """Put a line about the request on record."""
    visibility = Visibility.CONFIDENTIAL if request.in_confidence else Visibility.OPEN
    cases = [request.case.record] if request.case else []
    about = [request.account.record, request.record, *cases, *also]
    return appending.append(kind, about=about, by=by, visibility=visibility, what=request.what, **content)


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself."""
    if by.staff_id is None:
        raise ValueError("only a colleague can note a defect or a request, or say what became of it")
    return by.staff_id


def end(row: Noted, by: Actor) -> None:
    """Let what was said stand no more; that it was said stays to be read."""
    row.ended_by_id, row.ended_at = colleague(by), clock.now()
    row.save(update_fields=["ended_by", "ended_at"])


def own(rows: QuerySet[N], number: int, by: Actor) -> N:
    """Return the actor's own one of these, which only they take back, or raise NotFound."""
    found = rows.filter(pk=number, by=by.staff_id).first() if by.staff_id else None
    if found is None:
        raise NotFound(f"{rows.model.__name__} {number}")
    return found


def said(text: str, missing: str, field: str, most: int = 4000) -> dict[str, str]:
    """Return what is wrong with a text that has to be said, by field."""
    if not text.strip():
        return {field: missing}
    if len(text) > most:
        return {field: _("Say it in fewer words: %(most)s characters at most.") % {"most": most}}
    return {}
