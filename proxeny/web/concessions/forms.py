"""What a person writes about concessions."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.promises.access import hears_confidences
from proxeny.promises.concessions import access
from proxeny.promises.models import Concession
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted
from proxeny.web.promises.fields import colleague, colleagues, day, people_of, person_of, text

CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY", "SGD")


def currencies(*first: str) -> list[tuple[str, str]]:
    """Return the currencies to choose from, those named first at the top."""
    return [(one, one) for one in dict.fromkeys([*filter(None, first), *CURRENCIES])]


class NewConcession(Drafted):
    """A concession to be noted; without `account` it asks for the customer too."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )
    what = text(
        gettext_lazy("What was given"),
        max_length=2000,
        help_text=gettext_lazy("In the words the customer heard."),
    )
    worth = forms.DecimalField(
        label=gettext_lazy("Worth about"), max_digits=15, decimal_places=2, min_value=0,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
        help_text=gettext_lazy("All of it, until it ends. An estimate is better than nothing."),
    )  # fmt: skip
    currency = forms.ChoiceField(label=gettext_lazy("Currency"))
    until = day(
        gettext_lazy("Until when"), required=False, help_text=gettext_lazy("Empty: once, or for good.")
    )
    by_person = forms.ChoiceField(label=gettext_lazy("Given by"), required=False)
    by_name = forms.CharField(
        label=gettext_lazy("Somebody else’s name"), max_length=120, required=False,
        help_text=gettext_lazy("Who gave it and is not among the colleagues."),
    )  # fmt: skip
    to_contact = forms.ChoiceField(label=gettext_lazy("Said to"), required=False)
    to_name = forms.CharField(label=gettext_lazy("Said to somebody else"), max_length=120, required=False)
    made_in = forms.ChoiceField(label=gettext_lazy("Where it was said"), choices=Concession.MadeIn.choices)
    made_on = day(gettext_lazy("When it was said"))
    in_confidence = forms.BooleanField(
        label=gettext_lazy("Told in confidence"), required=False,
        help_text=gettext_lazy("Only those to whom the customer’s separate channel is open learn of it; sales does not."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, account: Account | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor, self.account = actor, account
        self.fields["by_person"].choices = colleagues(actor)  # type: ignore[attr-defined]
        self.fields["currency"].choices = currencies(  # type: ignore[attr-defined]
            account.currency if account else ""
        )
        if account is None:
            del self.fields["to_contact"]
            return
        del self.fields["customer"]
        self.fields["to_contact"].choices = people_of(account)  # type: ignore[attr-defined]
        if not hears_confidences(actor, account):
            del self.fields["in_confidence"]

    def clean_customer(self) -> str:
        """Find the one customer that is meant."""
        typed = str(self.cleaned_data["customer"])
        self.account = the_one(access.accounts_of(self.actor), typed)
        return typed

    def wanted(self) -> Mapping[str, Any]:
        """Return what was sent as the verb takes it."""
        said = dict(self.cleaned_data)
        said.pop("customer", None)
        said["worth"] = Money.of(said["worth"], said.pop("currency"))
        by, to = said.pop("by_person"), said.pop("to_contact", "")
        said["by_person"], said["to_contact"] = (
            colleague(by, unless=said["by_name"]),
            person_of(self.account, to),
        )
        return said


class ReasonForm(Drafted):
    """Why a concession is refused or withdrawn."""

    reason = text(
        gettext_lazy("Reason"), 3, max_length=4000,
        help_text=gettext_lazy("That it was given, and why it does not hold any more, stays to be read."),
    )  # fmt: skip


class LimitForm(forms.Form):
    """How much a role may give one customer away in twelve months; an empty amount lifts the limit."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    currency = forms.ChoiceField(label=gettext_lazy("Currency"))
    amount = forms.DecimalField(
        label=gettext_lazy("In twelve months, for one customer"), max_digits=15, decimal_places=2,
        min_value=0, required=False, widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
        help_text=gettext_lazy("Empty: no limit is set. Then the owner gives what is right, everybody else nothing."),
    )  # fmt: skip

    def __init__(self, *args: Any, roles: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["currency"].choices = currencies()  # type: ignore[attr-defined]

    @property
    def limit(self) -> Money | None:
        """The limit that was sent, or None to lift it."""
        amount = self.cleaned_data["amount"]
        return None if amount is None else Money.of(amount, self.cleaned_data["currency"])
