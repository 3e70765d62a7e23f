"""Asking to look by exception; the address may name the customer."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.accounts.glass import access, asking
from proxeny.accounts.models import Account
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.admitting import may_ask
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.glass.forms import AskForm
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.sources import MOST_DIGITS


@readers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form (`account` names the customer), or ask."""
    account = _account(request)
    key = f"glass:account:{account.pk}" if account else "glass:new"
    unsent = begun(AskForm, key, drafting.of(request.actor, key), actor=request.actor, account=account)
    form = unsent
    if request.method == "POST":
        form = AskForm(request.POST, actor=request.actor, account=account).instead_of(unsent)
        if form.is_valid() and form.account is not None:
            try:
                with sending(request.actor, key):
                    made = asking.ask(form.account, by=request.actor, **form.wanted())
            except ValidationError as error:
                refuse(form, error)
            else:
                toasts.say(request, _("Asked. A lead or the owner decides; you are told."))
                return redirect("glass-admission", made.pk)
    context = {"form": form, "account": account}
    return render(request, "glass/new.html", context, status=422 if form.is_bound else 200)


def _account(request: StaffRequest) -> Account | None:
    if not may_ask(request.actor):
        raise NotFound("glass")
    number = request.GET.get("account", "")
    if not number:
        return None
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        raise NotFound(number)
    return access.account_to_ask_of(request.actor, int(number))
