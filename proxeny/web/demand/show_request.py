"""The list of requests, one of them, its brief for product; and noting one."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from proxeny.accounts.access import account_for, accounts
from proxeny.accounts.merging import Conflict
from proxeny.accounts.models import Account
from proxeny.cases import access as cases
from proxeny.cases import classifying
from proxeny.cases.classifying import Of
from proxeny.cases.models import Case, Kind
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, asking
from proxeny.demand.models import Request
from proxeny.desk import drafting as desk
from proxeny.desk import visiting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.web import toasts
from proxeny.web.demand import joining
from proxeny.web.demand.alike import alike
from proxeny.web.demand.forms import RequestForm
from proxeny.web.demand.picture import Picture
from proxeny.web.demand.policies import readers_of_requests
from proxeny.web.demand.requests import REQUESTS
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.ledger import confided
from proxeny.web.ledger.sentences import said
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.sources import source_of

BROUGHT = ("what", "environment", "purpose", "today", "asked_by")


@readers_of_requests
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the requests that the reader may see and the address asks for."""
    may_write = may(request.actor, Area.INSIDE, write=True)
    return respond(REQUESTS, request, "demand/requests.html", {"may_write": may_write})


@readers_of_requests
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show one request with all that belongs to it and the reader may know."""
    one = access.request_for(request.actor, number)
    visiting.note(one.record, by=request.actor)
    return render(request, "demand/request.html", context(request, one))


@readers_of_requests
@require_safe
def brief(request: StaffRequest, number: int) -> HttpResponse:
    """Show on one page, to be printed, what product has to know to decide."""
    one = access.request_for(request.actor, number)
    return render(request, "demand/brief.html", {**context(request, one), "day": clock.today()})


def context(request: StaffRequest, one: Request) -> dict[str, Any]:
    """Return what every page of the request shows."""
    knows = accounts(request.actor).filter(pk=one.account_id).exists()
    record = confided.about(request.actor, one.record, most=30)
    return {
        "one": one,
        "picture": Picture(one, request.actor),
        "account": one.account if knows else None,
        "source": source_of(request.actor, str(one.case.record)) if one.case else None,
        "record": said(record) if may(request.actor, Area.LEDGER) else None,
    }


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings (`account`, `case` by its number), or note what was sent."""
    case, account = _whose(request)
    key = f"request:case:{case.pk}" if case else f"request:account:{account.pk}" if account else "request:new"
    more: dict[str, Any] = {"actor": request.actor, "account": account}
    initial = {**_of_case(case), **{name: request.GET[name] for name in BROUGHT if name in request.GET}}
    unsent = begun(RequestForm, key, desk.of(request.actor, key), initial=initial, **more)
    form = unsent if request.method != "POST" else RequestForm(request.POST, **more).instead_of(unsent)
    chosen = request.POST.get("join", request.GET.get("join", ""))
    if request.method == "POST" and form.is_valid() and form.account is not None:
        try:
            with sending(request.actor, key):
                made = asking.ask(form.account, case=case, by=request.actor, **form.wanted())
                joining.join_chosen(made, chosen, by=request.actor)
                if case is not None and "join" in request.GET:
                    _said_to_be_a_need(case, request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Noted: product can weigh it now."))
            return redirect("request", made.pk)
    words = "\n".join(str(form[name].value() or "") for name in ("what", "purpose")).strip()
    found = alike(request.actor, words, account) if words else []
    shown = {"form": form, "account": account, "case": case, "alike": found, "chosen": chosen}
    return render(request, "demand/new_request.html", shown, status=422 if form.is_bound else 200)


def _said_to_be_a_need(case: Case, by: Actor) -> None:
    """Say the kind of a case whose need was only to be completed here: that it is one was pressed on its page before."""
    with suppress(Conflict):  # somebody has said another kind meanwhile, and it stays
        classifying.classify(case, Of.KIND, Kind.NEED, by=by, seen="")


def _of_case(case: Case | None) -> dict[str, Any]:
    """What the case says already; a person completes it."""
    if case is None:
        return {}
    asked_by = str(case.reporter_id or "")
    return {
        "what": case.title,
        "environment": case.environment,
        "purpose": case.purpose,
        "today": case.today,
        "asked_by": asked_by,
    }


def _whose(request: StaffRequest) -> tuple[Case | None, Account | None]:
    """The case and the customer that the address names, if the actor may write for them."""
    case_number, account_number = (_number(request.GET.get(name, "")) for name in ("case", "account"))
    if case_number is not None:
        case = cases.case_for(request.actor, case_number, write=True)
        return case, case.account
    if account_number is not None:
        return None, account_for(request.actor, account_number, Area.INSIDE, write=True)
    return None, None


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise NotFound(text)
    return int(text)
