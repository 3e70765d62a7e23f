"""The list of requests, and one of them; noting one, withdrawing it, and taking that back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proxeny.accounts.access import account_for, accounts
from proxeny.accounts.models import Account
from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.demand import access, asking
from proxeny.desk import drafting as desk
from proxeny.desk import visiting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.web import toasts
from proxeny.web.demand.forms import RequestForm
from proxeny.web.demand.policies import readers_of_requests
from proxeny.web.demand.requests import REQUESTS
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.sources import source_of

BROUGHT = ("what", "environment", "purpose", "asked_by")


class WithdrawForm(Drafted):
    """Why nobody has to weigh a request any more."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


@readers_of_requests
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the requests that the reader may see and the address asks for."""
    may_write = may(request.actor, Area.INSIDE, write=True)
    return respond(REQUESTS, request, "demand/requests.html", {"may_write": may_write})


@readers_of_requests
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show one request; who weighs it without the customer's dossier does not learn whose it is."""
    one = access.request_for(request.actor, number)
    visiting.note(one.record, by=request.actor)
    knows = accounts(request.actor).filter(pk=one.account_id).exists()
    context = {
        "one": one,
        "account": one.account if knows else None,
        "source": source_of(request.actor, str(one.case.record)) if one.case else None,
        "may_write": access.requests(request.actor, write=True).filter(pk=one.pk).exists(),
    }
    return render(request, "demand/request.html", context)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings (`account`, `case` by its number), or note what was sent."""
    case, account = _whose(request)
    key = f"request:case:{case.pk}" if case else f"request:account:{account.pk}" if account else "request:new"
    more: dict[str, Any] = {"actor": request.actor, "account": account}
    initial = {name: request.GET[name] for name in BROUGHT if name in request.GET}
    unsent = begun(RequestForm, key, desk.of(request.actor, key), initial=initial, **more)
    form = unsent if request.method != "POST" else RequestForm(request.POST, **more).instead_of(unsent)
    if request.method == "POST" and form.is_valid() and form.account is not None:
        try:
            with sending(request.actor, key):
                made = asking.ask(form.account, case=case, by=request.actor, **form.wanted())
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Noted: product can weigh it now."))
            return redirect("request", made.pk)
    context = {"form": form, "account": account, "case": case}
    return render(request, "demand/new_request.html", context, status=422 if form.is_bound else 200)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Ask for the reason, or withdraw the request."""
    one = access.request_for(request.actor, number, write=True)
    key = f"request:withdraw:{number}"
    unsent = begun(WithdrawForm, key, desk.of(request.actor, key))
    form = unsent if request.method != "POST" else WithdrawForm(request.POST).instead_of(unsent)
    if request.method == "POST" and form.is_valid():
        try:
            with sending(request.actor, key):
                asking.withdraw(one, reason=form.cleaned_data["reason"], by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            undo = reverse("request-withdrawal-withdrawal", args=[number])
            toasts.say(request, _("Withdrawn. Nobody has to weigh it any more."), undo=undo)
            return redirect("request", number)
    context = {"one": one, "account": one.account, "form": form}
    return render(request, "demand/withdraw_request.html", context, status=422 if form.is_bound else 200)


@writers_of(Area.INSIDE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Put a withdrawn request in force again."""
    asking.restore(access.request_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It stands as before."))
    return redirect("request", number)


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
