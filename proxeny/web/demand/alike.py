"""Requests that resemble words, of those that the actor may read and that are not settled."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.safestring import SafeString

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.demand import access
from proxeny.demand.models import Request
from proxeny.web.cases.resembling.looking import like

OTHERS = ("article", "case", "message", "defect", "promise")
OPEN = (Request.State.OPEN, Request.State.DECIDED)


@dataclass(frozen=True, slots=True)
class Alike:
    """A request that resembles the words: those that both share stand marked."""

    request: Request
    title: SafeString
    why: SafeString


def alike(actor: Actor, text: str, account: Account | None, *, besides: Request | None = None) -> list[Alike]:
    """Return the requests that resemble the text, the nearest first; not `besides` itself."""
    beside = Q(kind__in=OTHERS)
    if besides is not None:
        beside |= Q(within=str(besides.record))
    found = like(actor, text, account, beside=beside)
    rows = access.requests(actor).filter(state__in=OPEN).select_related("account")
    known = rows.in_bulk([one.number for one in found])
    return [Alike(known[one.number], one.title, one.why) for one in found if one.number in known]
