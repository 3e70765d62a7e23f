"""Noting a talk; the address may bring along what is known of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.accounts.models import Account, Talk
from proxeny.accounts.talks import access, noting
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.sources import MOST_DIGITS
from proxeny.web.talks.forms import NewTalk

BROUGHT = ("held_on", "kind", "subject", "with_names", "asking")


@writers_of(Area.TALKS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings: `account`, `held_on`, `subject`; or note what was sent."""
    account = _account(request.actor, request.GET.get("account", ""))
    key = f"talk:account:{account.pk}" if account else "talk:new"
    more: dict[str, Any] = {"actor": request.actor, "account": account}
    initial = {
        "held_on": clock.today().isoformat(),
        "kind": Talk.Kind.MEETING,
        **{name: request.GET[name] for name in BROUGHT if request.GET.get(name)},
    }
    form = unsent = begun(NewTalk, key, drafting.of(request.actor, key), initial=initial, **more)
    if request.method == "POST":
        form = NewTalk(request.POST, **more).instead_of(unsent)
        if form.is_valid() and form.account is not None:
            try:
                with sending(request.actor, key):
                    talk = noting.note(form.account, by=request.actor, **form.wanted())
            except ValidationError as error:
                refuse(form, error)
            else:
                toasts.say(request, _said(talk))
                return redirect("talk", talk.pk)
    status = 422 if form.is_bound else 200
    return render(request, "talks/new.html", {"form": form, "account": account}, status=status)


def _said(talk: Talk) -> str:
    if talk.held_on > clock.today():
        return _("Noted. What was said is due on the next working day after it.")
    if talk.asked_by_id is not None:
        return _("Noted. %(who)s was asked to pass on what was said.") % {"who": talk.held_by.name}
    return _("Noted. Now pass on what was said.")


def _account(actor: Actor, number: str) -> Account | None:
    if number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS:
        return access.account_to_note(actor, int(number))
    if not access.accounts_of(actor).exists():
        raise NotFound("talk")
    return None
