"""Defects and requests in the palette."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.core.spelling import marks
from proxeny.demand import access, texts
from proxeny.demand.models import Defect, Request
from proxeny.identity.roles import Area
from proxeny.web.palette import searched
from proxeny.web.palette.found import Found, Kind


def find_defects(actor: Actor, words: str) -> list[Found]:
    """Return the defects that hold the words."""
    numbers = searched.keys(words, Q(kind="defect") & texts.findable(actor))
    known = access.defects(actor).in_bulk(numbers) if numbers else {}
    return [_defect(known[number], words) for number in numbers if number in known]


def defects_again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the defects that the actor may read."""
    seen = access.defects(actor).in_bulk([int(key) for key in keys])
    return {str(number): _defect(defect) for number, defect in seen.items()}


def find_requests(actor: Actor, words: str) -> list[Found]:
    """Return the requests that hold the words."""
    numbers = searched.keys(words, Q(kind="request") & texts.findable(actor))
    known = access.requests(actor).in_bulk(numbers) if numbers else {}
    return [_request(known[number], words) for number in numbers if number in known]


def requests_again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the requests that the actor may read."""
    seen = access.requests(actor).in_bulk([int(key) for key in keys])
    return {str(number): _request(one) for number, one in seen.items()}


def _defect(defect: Defect, words: str = "") -> Found:
    return Found(
        href=reverse("defect", args=[defect.pk]),
        name=defect.title,
        icon="defect",
        note=" · ".join(filter(None, (defect.get_state_display(), defect.product))),
        span=marks.span(defect.title, words) if words else None,
        is_gone=defect.state != Defect.State.OPEN,
    )


def _request(one: Request, words: str = "") -> Found:
    return Found(
        href=reverse("request", args=[one.pk]),
        name=one.what,
        icon="request",
        note=one.get_state_display(),
        span=marks.span(one.what, words) if words else None,
        is_gone=one.state == Request.State.WITHDRAWN,
    )


DEFECTS = Kind("defect", _("Defects"), Area.DEFECTS, find_defects, defects_again)
REQUESTS = Kind("request", _("Requests"), Area.REQUESTS, find_requests, requests_again)
