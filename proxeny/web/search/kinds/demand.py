"""Known defects, and what customers need of the product."""

from collections.abc import Collection, Mapping

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.demand import access, texts
from proxeny.demand.models import Defect, Request
from proxeny.web.quick import address
from proxeny.web.search.kinds.kind import Kind, Line

DEFECT_SHAPES = {
    Defect.State.OPEN: "is-watch",
    Defect.State.FIXED: "is-good",
    Defect.State.DECLINED: "is-off",
}
REQUEST_SHAPES = {
    Request.State.OPEN: "is-watch",
    Request.State.DECIDED: "is-watch",
    Request.State.DELIVERED: "is-good",
    Request.State.WITHDRAWN: "is-off",
}


def load_defects(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the defects that the actor may read."""
    return {
        one.pk: Line(
            href=address("defect", one.pk),
            title=one.title,
            facts=tuple(filter(None, (one.product, one.module))),
            status=(DEFECT_SHAPES[Defect.State(one.state)], str(one.get_state_display())),
            is_gone=one.state != Defect.State.OPEN,
        )
        for one in access.defects(actor).filter(pk__in=numbers)
    }


def load_requests(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the requests that the actor may read."""
    found = access.requests(actor).filter(pk__in=numbers).select_related("account")
    return {
        one.pk: Line(
            href=address("request", one.pk),
            title=one.what,
            facts=(one.account.name,),
            status=(REQUEST_SHAPES[Request.State(one.state)], str(one.get_state_display())),
            is_gone=one.state == Request.State.WITHDRAWN,
        )
        for one in found
    }


def _defects_within(actor: Actor) -> Q:
    return texts.findable(actor) & Q(kind="defect")


def _requests_within(actor: Actor) -> Q:
    return texts.findable(actor) & Q(kind="request")


DEFECTS = Kind(
    "defect",
    _("Defects"),
    "defect",
    ("defect", "缺陷", "defects"),
    _defects_within,
    load_defects,
    is_steady=True,
)
REQUESTS = Kind(
    "request",
    _("Requests"),
    "request",
    ("request", "需求", "requests"),
    _requests_within,
    load_requests,
    is_steady=True,
)
