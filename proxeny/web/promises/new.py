"""Noting a promise; the address may bring along what is known of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.promises import access, promising
from proxeny.promises.models import Promise
from proxeny.web import toasts
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.promises.forms import NewPromise
from proxeny.web.promises.origin import source_of
from proxeny.web.sources import MOST_DIGITS, Source
from proxeny.web.templatetags.words import day_text

BROUGHT = {"what": "what", "due": "due_on", "made_on": "made_on", "made_in": "made_in", "to": "to_contact"}


@readers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings: `account`, `what`, `due`, `source`; or note what was sent."""
    account = _account(request.actor, request.GET.get("account", ""))
    source = source_of(request.actor, request.GET.get("source", ""))
    key = _key(account, source)
    more: dict[str, Any] = {"actor": request.actor, "account": account}
    unsent = begun(
        NewPromise, key, drafting.of(request.actor, key), initial=_initial(request, source), **more
    )
    if request.method != "POST":
        return _page(request, unsent, account, source)
    form = NewPromise(request.POST, **more).instead_of(unsent)
    if form.is_valid() and form.account is not None:
        try:
            with sending(request.actor, key):
                made = _noted(form, form.account, source, request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("Noted: due on %(day)s.") % {"day": day_text(made.due_on)}
            toasts.say(request, said, undo=reverse("promise-recording-withdrawal", args=[made.pk]))
            return redirect("promise", made.pk)
    return _page(request, form, account, source, status=422)


@readers_of(Area.DOSSIER)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that one has noted it."""
    promise = access.promise_to_keep(request.actor, number)
    if promising.take_back(promise, by=request.actor):
        toasts.say(request, _("Taken back. It does not stand as a promise."))
        return redirect("account", promise.account_id)
    toasts.say(request, _("Something became of it since. Withdraw it instead, with a reason."), level=30)
    return redirect("promise", number)


def _noted(form: NewPromise, account: Account, source: Source | None, by: Actor) -> Promise:
    wanted = dict(form.wanted())
    if source is not None and source.is_confidential:
        wanted["in_confidence"] = True
    return promising.promise(account, source=source.reference if source else "", by=by, **wanted)


def _account(actor: Actor, number: str) -> Account | None:
    if number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS:
        return access.account_to_note(actor, int(number))
    if not access.accounts_to_note(actor).exists():
        raise NotFound("promise")
    return None


def _key(account: Account | None, source: Source | None) -> str:
    if source is not None:
        return f"promise:{source.reference}"
    return f"promise:account:{account.pk}" if account else "promise:new"


def _initial(request: StaffRequest, source: Source | None) -> dict[str, Any]:
    brought = {field: request.GET[name] for name, field in BROUGHT.items() if request.GET.get(name)}
    usual = {
        "by_person": str(request.actor.staff_id),
        "made_on": clock.today().isoformat(),
        "made_in": Promise.MadeIn.MESSAGE if source else Promise.MadeIn.CALL,
        "in_confidence": source is not None and source.is_confidential,
    }
    return {**usual, **brought}


def _page(
    request: StaffRequest,
    form: NewPromise,
    account: Account | None,
    source: Source | None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "account": account, "source": source}
    return render(request, "promises/new.html", context, status=status)
