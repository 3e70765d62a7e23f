"""Taking back what was said of a request, each by whoever may."""

from collections.abc import Callable, Mapping

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.core.actors import Actor
from proxeny.demand import (
    access,
    asking,
    crediting,
    deciding,
    delivering,
    expecting,
    telling_customer,
    using,
    voicing,
)
from proxeny.demand.models import Request
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.policy import StaffRequest, writers_of


def _decision(one: Request, _number: int, actor: Actor) -> object:
    return deciding.take_back(one, reason=_("Decided by mistake."), by=actor)


def _withdrawal(one: Request, _number: int, actor: Actor) -> object:
    return asking.restore(one, by=actor)


TAKE_BACK: Mapping[str, Callable[[Request, int, Actor], object]] = {
    "withdrawals": _withdrawal,
    "voices": lambda one, number, actor: voicing.take_back(one, number, by=actor),
    "decisions": _decision,
    "expected-uses": lambda one, number, actor: expecting.take_back(one, number, by=actor),
    "deliveries": lambda one, _number, actor: delivering.take_back(one, by=actor),
    "uses": lambda one, number, actor: using.take_back(one, number, by=actor),
    "tellings": lambda one, number, actor: telling_customer.take_back(one, number, by=actor),
    "credits": lambda one, number, actor: crediting.take_back(one, number, by=actor),
    "declines": lambda one, number, actor: crediting.take_back_decline(one, number, by=actor),
}


@writers_of(Area.REQUESTS)
@require_POST
def take_back(request: StaffRequest, number: int, kind: str, sequence: int) -> HttpResponse:
    """Take back what is named; what was said stays to be read."""
    verb = TAKE_BACK.get(kind)
    if verb is None:
        raise NotFound(kind)
    one = access.request_for(request.actor, number)
    try:
        done = verb(one, sequence, request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages))
    else:
        held = _("It is decided already: what was expected then stands.")
        toasts.say(
            request,
            held if done is False and kind == "expected-uses" else _("Taken back. It stays to be read."),
        )
    return redirect("request", number)
