"""Noting a concession; the address may bring along what is known of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.models import Account
from proxeny.cases.access import case_for
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.promises.concessions import access, conceding
from proxeny.promises.models import Concession
from proxeny.web import toasts
from proxeny.web.concessions.forms import NewConcession
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.promises.origin import source_of
from proxeny.web.sources import MOST_DIGITS, Source
from proxeny.web.templatetags.words import money_text

BROUGHT = ("what", "worth", "currency", "until", "made_on", "made_in", "by_name")


@writers_of(Area.CONCESSIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings: `account` or `case`, `what`, `worth`, `source`; or note it."""
    account, source = _known(request)
    key = _key(account, source)
    more: dict[str, Any] = {"actor": request.actor, "account": account}
    initial = _initial(request, account, source)
    unsent = begun(NewConcession, key, drafting.of(request.actor, key), initial=initial, **more)
    if request.method != "POST":
        return _page(request, unsent, account, source)
    form = NewConcession(request.POST, **more).instead_of(unsent)
    if form.is_valid() and form.account is not None:
        try:
            with sending(request.actor, key):
                made = _noted(form, form.account, source, request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("Noted: %(worth)s. Who sells to the customer and who speaks for it were told.")
            undo = reverse("concession-recording-withdrawal", args=[made.pk])
            toasts.say(request, said % {"worth": money_text(made.worth)}, undo=undo)
            return redirect("concession", made.pk)
    return _page(request, form, account, source, status=422)


@writers_of(Area.CONCESSIONS)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that one has noted it."""
    made = access.concession_for(request.actor, number, write=True)
    if conceding.take_back(made, by=request.actor):
        toasts.say(request, _("Taken back. It does not stand as a concession."))
        return redirect("account", made.account_id)
    toasts.say(request, _("Something became of it since. Withdraw it instead, with a reason."), level=30)
    return redirect("concession", number)


def _noted(form: NewConcession, account: Account, source: Source | None, by: Actor) -> Concession:
    wanted = dict(form.wanted())
    if source is not None and source.is_confidential:
        wanted["in_confidence"] = True
    return conceding.concede(account, source=source.reference if source else "", by=by, **wanted)


def _known(request: StaffRequest) -> tuple[Account | None, Source | None]:
    """Return the customer and the source that the address names: a case names both."""
    number, source = request.GET.get("account", ""), request.GET.get("source", "")
    if (case := request.GET.get("case", "")) and _is_number(case):
        found = case_for(request.actor, int(case))
        number, source = str(found.account_id), source or str(found.record)
    if _is_number(number):
        return access.account_to_note(request.actor, int(number)), source_of(request.actor, source)
    if not access.accounts_of(request.actor).exists():
        raise NotFound("concession")
    return None, source_of(request.actor, source)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _key(account: Account | None, source: Source | None) -> str:
    if source is not None:
        return f"concession:{source.reference}"
    return f"concession:account:{account.pk}" if account else "concession:new"


def _initial(request: StaffRequest, account: Account | None, source: Source | None) -> dict[str, Any]:
    usual = {
        "by_person": str(request.actor.staff_id),
        "currency": account.currency if account else "",
        "made_on": clock.today().isoformat(),
        "made_in": Concession.MadeIn.MESSAGE if source else Concession.MadeIn.CALL,
        "in_confidence": source is not None and source.is_confidential,
    }
    return {**usual, **{name: request.GET[name] for name in BROUGHT if request.GET.get(name)}}


def _page(
    request: StaffRequest,
    form: NewConcession,
    account: Account | None,
    source: Source | None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "account": account, "source": source}
    return render(request, "concessions/new.html", context, status=status)
