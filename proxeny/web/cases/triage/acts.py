"""Saying with one press what a case is, and taking it back."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.accounts.merging import Conflict
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.demand import access, triaging
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.promises.access import promise_for
from proxeny.web import toasts
from proxeny.web.cases.reader import reader_of
from proxeny.web.policy import StaffRequest, writers_of

MOST_DIGITS = 18
LOADS: Mapping[str, Callable[[Actor, int], Any]] = {
    "defect": access.defect_for,
    "request": access.request_for,
    "promise": promise_for,
}


@writers_of(Area.INSIDE)
@require_POST
def say(request: StaffRequest, number: int, kind: str) -> HttpResponse:
    """Say that the case is the defect, request or promise whose number was sent."""
    case = reader_of(request.actor, number, write=True).case
    what = _load(request, kind, request.POST.get("number", ""))
    try:
        _said(case, kind, what, request.actor)
    except Conflict:
        toasts.say(
            request, _("Somebody has said meanwhile that it is of another kind. It was left as it is.")
        )
        return redirect("case", number)
    except ValidationError as error:
        if kind == "request" and hasattr(error, "error_dict"):
            toasts.say(request, _("Environment and purpose are missing: product cannot weigh it without."))
            asked = urlencode({"case": case.number, "join": what.pk, "what": what.what})
            return redirect(f"{reverse('request-new')}?{asked}")
        toasts.say(request, " ".join(error.messages))
        return redirect("case", number)
    undo = reverse("case-triage-withdrawal", args=[number, kind, what.pk])
    toasts.say(request, _("Noted, with what it is tied to."), undo=undo)
    return redirect(f"{reverse('case', args=[number])}#panel-triage")


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int, kind: str, sequence: int) -> HttpResponse:
    """Take back that the case is this."""
    case = reader_of(request.actor, number, write=True).case
    triaging.take_back(case, _load(request, kind, str(sequence)), by=request.actor)
    toasts.say(request, _("Taken back. It stands as before."))
    return redirect("case", number)


def _said(case: Case, kind: str, what: Any, actor: Actor) -> None:
    if kind == "defect":
        triaging.is_defect(case, what, by=actor)
    elif kind == "request":
        triaging.is_need(case, what, by=actor)
    else:
        triaging.is_broken_promise(case, what, by=actor)


def _load(request: StaffRequest, kind: str, typed: str) -> Any:
    load = LOADS.get(kind)
    if load is None or not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
        raise NotFound(f"{kind}:{typed}")
    return load(request.actor, int(typed))
