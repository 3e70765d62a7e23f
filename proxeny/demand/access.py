"""Loading defects and requests; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts import access
from proxeny.accounts.models import Account
from proxeny.cases import access as cases
from proxeny.core.actors import Actor
from proxeny.demand.models import Defect, DefectCase, Request
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, may, right

DEFECTS = "defects"
"""The area under which defects are found by search; open to all who `may_read_defects`."""


def may_read_defects(actor: Actor) -> bool:
    """Tell whether defects are open to the actor: they name no customer, so to all who do anything for one."""
    return may(actor, Area.DEFECTS)


def may_write_defects(actor: Actor) -> bool:
    """Tell whether the actor may note and settle defects: after-sales, product, engineers; not sales."""
    return may(actor, Area.DEFECTS, write=True)


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
    """Return the requests that the actor may read (or have a say in): of their own customers, and to product and leads all.

    What was asked in confidence is there only for those to whom that channel is open.
    """
    return Request.objects.filter(_open_to(actor, access.accounts(actor, Area.REQUESTS, write=write), write))


def served(actor: Actor) -> QuerySet[Request]:
    """Return the requests in which the actor may act for the customer: those of customers they speak for; a lead's all."""
    return Request.objects.filter(_open_to(actor, access.accounts(actor, Area.INSIDE, write=True), True))


def handled(actor: Actor) -> QuerySet[Request]:
    """Return the requests that the actor may work on: who serves the customer, and who decides; sales has its voice only."""
    return requests(actor, write=True) if may_decide(actor) else served(actor)


def decided(actor: Actor) -> QuerySet[Request]:
    """Return the requests that the actor may decide: product's and a lead's all, nobody else's."""
    return requests(actor, write=True) if may_decide(actor) else Request.objects.none()


def may_decide(actor: Actor) -> bool:
    """Tell whether deciding requests is the actor's at all."""
    return right(actor, Area.REQUESTS).write is Reach.ALL


def may_read_requests(actor: Actor) -> bool:
    """Tell whether any request may be open to the actor."""
    return may(actor, Area.REQUESTS)


def request_for(actor: Actor, number: int, *, write: bool = False) -> Request:
    """Return one request, or raise NotFound; to `write` is to act for its customer."""
    return one_of(served(actor) if write else requests(actor), number)


def one_of(within: QuerySet[Request], number: int) -> Request:
    """Return the one of these with that number and who belongs to it, or raise NotFound."""
    related = ("account__spokesperson", "account__sales", "case", "asked_by", "recorded_by", "settled_by")
    found = within.select_related(*related).filter(pk=number).first()
    if found is None:
        raise NotFound(f"request:{number}")
    return found


def _open_to(actor: Actor, accounts: QuerySet[Account], write: bool) -> Q:
    heard = access.accounts(actor, Area.CONFIDENTIAL, write=write)
    return Q(account__in=accounts) & (Q(in_confidence=False) | Q(account__in=heard))
