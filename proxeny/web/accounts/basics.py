"""The basics of a customer, changed in place."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts import changing
from proxeny.accounts.access import account_for
from proxeny.accounts.assigning import may_assign
from proxeny.accounts.changing import Change
from proxeny.accounts.fields import OF_ACCOUNTS
from proxeny.accounts.merging import Overtaken
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.inline import Inline, InlineField, Place, respond
from proxeny.web.forms.people import names_of
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.templatetags.words import day_text, money_exact

FIELDS = {
    one.name: one
    for one in (
        InlineField("name", gettext_lazy("Name")),
        InlineField("level", gettext_lazy("Level"), "select", Account.Level.choices),
        InlineField("industry", gettext_lazy("Industry")),
        InlineField("region", gettext_lazy("Region")),
        InlineField("customer_since", gettext_lazy("Customer since"), "date"),
        InlineField("credit_limit", gettext_lazy("Credit limit"), "amount"),
    )
}
LABELS = {
    **{name: field.label for name, field in FIELDS.items()},
    "spokesperson": gettext_lazy("Spokesperson"),
    "sales": gettext_lazy("Sales"),
}


def said(account: Account, name: str, text: str) -> str:
    """Return a text of a customer’s field as a reader reads it; empty for nothing."""
    if not text:
        return ""
    if name == "level":
        return str(dict(Account.Level.choices).get(text, text))
    if name == "customer_since":
        return day_text(date.fromisoformat(text))
    if name == "credit_limit":
        return money_exact(Money.of(text, account.currency))
    if name in {"spokesperson", "sales"}:
        return names_of([text]).get(text, text)
    return text


class Basics(Inline):
    """The fields of one customer."""

    fields = FIELDS

    def load(self, actor: Actor, number: int) -> Account:
        """Return the customer, or raise NotFound."""
        return account_for(actor, number)

    def may(self, actor: Actor, row: Account, name: str) -> bool:
        """Tell whether the actor may change the field: by its part of the work, and the level only who assigns."""
        return changing.may_change(actor, row, name)

    def text(self, row: Account, name: str) -> str:
        """Return what the customer holds."""
        return OF_ACCOUNTS[name].text(row)

    def say(self, row: Account, name: str, text: str) -> str:
        """Return it as it is read."""
        return said(row, name, text)

    def keep(self, row: Account, new: Any, seen: Any, by: Actor) -> Change:
        """Change the customer."""
        return changing.change(row, new, by=by, seen=seen)

    def address(self, row: Account, name: str) -> str:
        """Return the route of the field."""
        return reverse("account-field", args=[row.pk, name])

    def back(self, row: Account) -> str:
        """Return the customer’s page."""
        return reverse("account", args=[row.pk])

    def undo(self, row: Account, change: Change) -> str:
        """Return the route that takes it back."""
        return reverse("account-change-withdrawal", args=[row.pk, change.sequence])

    def title(self, row: Account) -> str:
        """Return the customer’s name."""
        return row.name


BASICS = Basics()


def places(actor: Actor, account: Account, *, amounts: bool) -> dict[str, Place]:
    """Return the customer’s fields, each with whether the actor may change it; the limit only where amounts are open."""
    writes = {area: changing.may_write(actor, account, area) for area in (Area.DOSSIER, Area.COMMERCIAL)}
    whole = may_assign(actor)
    return {
        name: BASICS.place(
            account,
            name,
            may=writes[OF_ACCOUNTS[name].area] and (whole or not OF_ACCOUNTS[name].whole),
        )
        for name in FIELDS
        if amounts or OF_ACCOUNTS[name].area is not Area.COMMERCIAL
    }


@readers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Open one field, or keep it."""
    return respond(request, BASICS, number, name)


@readers_of(Area.DOSSIER)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one’s own change back, or say who changed it since."""
    account = account_for(request.actor, number)
    back = reverse("account", args=[number])
    try:
        change = changing.take_back(account, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
        return redirect(back)
    again = BASICS.undo(account, change) if change else ""
    toasts.say(request, _("Taken back. It stands as before."), undo=again)
    first = next(iter(change.fields), "")
    return redirect(f"{back}#basics-{number}-{first}" if first in FIELDS else back)
