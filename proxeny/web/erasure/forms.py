"""What a person writes about erasing."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account, Contact
from proxeny.core.actors import Actor
from proxeny.core.erasing import mark
from proxeny.erasure.models import Ground
from proxeny.identity.roles import Area
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted
from proxeny.web.promises.fields import text

WHOLE = "whole"


class WhichCustomer(forms.Form):
    """At which customer the person is."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )

    def __init__(self, *args: Any, actor: Actor, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor = actor
        self.account: Account | None = None

    def clean_customer(self) -> str:
        """Find the one customer that is meant."""
        typed = str(self.cleaned_data["customer"])
        self.account = the_one(accounts(self.actor, Area.ERASURE, write=True), typed)
        return typed


class NewOrder(Drafted):
    """An order to erase somebody at a customer, or the customer."""

    contact = forms.ChoiceField(label=gettext_lazy("Who"))
    ground = forms.ChoiceField(label=gettext_lazy("On what ground"), choices=Ground.choices)
    reason = text(
        gettext_lazy("Reason"), 3, max_length=2000,
        help_text=gettext_lazy("Without the person’s name: this stays to be read."),
    )  # fmt: skip
    request_reference = forms.CharField(
        label=gettext_lazy("Where it was asked for"), max_length=120, required=False,
        help_text=gettext_lazy("The number of the letter or ticket, without the name."),
    )  # fmt: skip
    also = text(
        gettext_lazy("Also known as"), 3, max_length=2000, required=False,
        help_text=gettext_lazy("One on each line: other spellings, nicknames, former numbers and addresses."),
    )  # fmt: skip

    def __init__(self, *args: Any, account: Account, **more: Any) -> None:
        super().__init__(*args, **more)
        self.account = account
        there = account.contacts.exclude(name=mark()).order_by("left_on", "name")
        self.fields["contact"].choices = [  # type: ignore[attr-defined]
            ("", gettext_lazy("choose")),
            *((str(one.pk), f"{one.name} {one.title}".strip()) for one in there),
            (WHOLE, pgettext_lazy("erasure", "the whole customer")),
        ]

    def wanted(self) -> Mapping[str, Any]:
        """Return what was sent as the verb takes it."""
        said = dict(self.cleaned_data)
        chosen = said.pop("contact")
        said["contact"] = (
            None if chosen == WHOLE else Contact.objects.filter(pk=chosen, account=self.account).first()
        )
        said["also"] = [one.strip() for one in said["also"].splitlines() if one.strip()]
        said["ground"] = Ground(said["ground"])
        return said


class RefusalForm(Drafted):
    """Why it is refused."""

    reason = text(
        gettext_lazy("Reason"), 3, max_length=2000,
        help_text=gettext_lazy("Without the person’s name: this stays to be read."),
    )  # fmt: skip


class MonthsForm(forms.Form):
    """How long records are kept; without a customer, of all that have no rule of their own."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, required=False,
        help_text=gettext_lazy("Empty: all customers without a rule of their own."),
    )  # fmt: skip
    months = forms.IntegerField(
        label=gettext_lazy("Months after the end of the last contract"), required=False, min_value=0, max_value=600,
        help_text=gettext_lazy("Empty: nothing is agreed, and no time runs out."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor = actor
        self.account: Account | None = None

    def clean_customer(self) -> str:
        """Find the one customer that is meant, where one is named."""
        typed = str(self.cleaned_data["customer"]).strip()
        if typed:
            self.account = the_one(accounts(self.actor, Area.ERASURE, write=True), typed)
        return typed
