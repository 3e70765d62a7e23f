"""Loading defects and requests; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts import access
from proxeny.cases import access as cases
from proxeny.core.actors import Actor
from proxeny.demand.models import Defect, DefectCase, Request
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Role, may

DEFECTS = "defects"
"""The area under which defects are found by search; open to all who `may_read_defects`."""


def may_read_defects(actor: Actor) -> bool:
    """Tell whether defects are open to the actor: they name no customer, so to all who do anything for one."""
    return may(actor, Area.DOSSIER) or may(actor, Area.DISPATCHED)


def may_write_defects(actor: Actor) -> bool:
    """Tell whether the actor may note and settle defects: after-sales, product, engineers; not sales."""
    return may(actor, Area.INSIDE, write=True) or may(actor, Area.DISPATCHED, write=True)


def defects(actor: Actor, *, write: bool = False) -> QuerySet[Defect]:
    """Return the defects that the actor may read (or change): all or none."""
    admits = may_write_defects(actor) if write else may_read_defects(actor)
    return Defect.objects.all() if admits else Defect.objects.none()


def defect_for(actor: Actor, number: int, *, write: bool = False) -> Defect:
    """Return one defect, or raise NotFound."""
    found = defects(actor, write=write).select_related("found_by", "settled_by").filter(pk=number).first()
    if found is None:
        raise NotFound(f"defect:{number}")
    return found


def links(actor: Actor) -> QuerySet[DefectCase]:
    """Return the links of defects to cases that count for the actor: those to confidential cases only if these are open.

    Which case it is, and whose, the actor may see only of `cases.access.cases`.
    """
    hidden = Q(case__is_confidential=True) & ~Q(case__in=cases.cases(actor).filter(is_confidential=True))
    return DefectCase.objects.filter(ended_at=None).exclude(hidden)


def requests(actor: Actor, *, write: bool = False) -> QuerySet[Request]:
    """Return the requests of customers whose dossier the actor may read (or, within, change), and to product all.

    What was asked in confidence is there only for those to whom that channel is open.
    """
    area = Area.INSIDE if write else Area.DOSSIER
    within = Q(account__in=access.accounts(actor, area, write=write))
    if not write and actor.holds(Role.PRODUCT):
        within = ~Q(pk=None)
    heard = Q(account__in=access.accounts(actor, Area.CONFIDENTIAL, write=write))
    return Request.objects.filter(within & (Q(in_confidence=False) | heard))


def request_for(actor: Actor, number: int, *, write: bool = False) -> Request:
    """Return one request, or raise NotFound."""
    related = ("account__spokesperson", "account__sales", "case", "asked_by", "recorded_by", "settled_by")
    found = requests(actor, write=write).select_related(*related).filter(pk=number).first()
    if found is None:
        raise NotFound(f"request:{number}")
    return found


def may_read_requests(actor: Actor) -> bool:
    """Tell whether any request may be open to the actor."""
    return may(actor, Area.DOSSIER) or actor.holds(Role.PRODUCT)
