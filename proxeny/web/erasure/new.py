"""Ordering that somebody be erased; the address may bring the customer and the person."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.accounts.models import Account
from proxeny.desk import drafting
from proxeny.erasure import access, asking
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.erasure.forms import WHOLE, NewOrder, WhichCustomer
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.sources import MOST_DIGITS


@writers_of(Area.ERASURE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Ask for the customer first, then who and why: `account`, and `contact` (a number, or `whole`), name them."""
    number = request.GET.get("account", "")
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        return _which(request)
    return _order(request, access.account_to_erase(request.actor, int(number)))


def _which(request: StaffRequest) -> HttpResponse:
    form = WhichCustomer(request.POST if request.method == "POST" else None, actor=request.actor)
    if form.is_bound and form.is_valid() and form.account is not None:
        return redirect(f"{reverse('erasure-new')}?account={form.account.pk}")
    return render(request, "erasure/which.html", {"form": form}, status=422 if form.is_bound else 200)


def _order(request: StaffRequest, account: Account) -> HttpResponse:
    key = f"erasure:account:{account.pk}"
    initial = {"contact": request.GET.get("contact", "")}
    unsent = begun(NewOrder, key, drafting.of(request.actor, key), initial=initial, account=account)
    form = unsent
    if request.method == "POST":
        form = NewOrder(request.POST, account=account).instead_of(unsent)
        if form.is_valid():
            try:
                with sending(request.actor, key):
                    order = asking.ask(account, by=request.actor, **form.wanted())
            except ValidationError as error:
                refuse(form, error)
            else:
                toasts.say(request, _("Ordered. Nothing goes before a second person has confirmed it."))
                return redirect("erasure", order.pk)
    context = {"form": form, "account": account, "is_whole": initial["contact"] == WHOLE}
    return render(request, "erasure/new.html", context, status=422 if form.is_bound else 200)
