"""What a person writes about promises."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.promises import access
from proxeny.promises.models import Promise
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted
from proxeny.web.promises.fields import colleague, colleagues, day, people_of, person_of, text


class NewPromise(Drafted):
    """A promise to be noted; without `account` it asks for the customer too."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )
    what = text(
        gettext_lazy("What was promised"),
        max_length=2000,
        help_text=gettext_lazy("In the words the customer heard."),
    )
    due_on = day(gettext_lazy("Until when"))
    by_person = forms.ChoiceField(label=gettext_lazy("Promised by"), required=False)
    by_name = forms.CharField(
        label=gettext_lazy("Somebody else’s name"), max_length=120, required=False,
        help_text=gettext_lazy("Who promised it and is not among the colleagues."),
    )  # fmt: skip
    to_contact = forms.ChoiceField(label=gettext_lazy("Promised to"), required=False)
    to_name = forms.CharField(label=gettext_lazy("Promised to somebody else"), max_length=120, required=False)
    made_in = forms.ChoiceField(label=gettext_lazy("Where it was said"), choices=Promise.MadeIn.choices)
    made_on = day(gettext_lazy("When it was said"))
    noticed_by_customer = forms.BooleanField(
        label=gettext_lazy("The customer told us of it; nobody here had noted it"), required=False
    )
    in_confidence = forms.BooleanField(
        label=gettext_lazy("Told in confidence"), required=False,
        help_text=gettext_lazy("Only those to whom the customer’s separate channel is open learn of it; sales does not."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, account: Account | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor, self.account = actor, account
        self.fields["by_person"].choices = colleagues(actor)  # type: ignore[attr-defined]
        if account is None:
            del self.fields["to_contact"]
            return
        del self.fields["customer"]
        self.fields["to_contact"].choices = people_of(account)  # type: ignore[attr-defined]
        if not access.hears_confidences(actor, account):
            del self.fields["in_confidence"]

    def clean_customer(self) -> str:
        """Find the one customer that is meant."""
        typed = str(self.cleaned_data["customer"])
        self.account = the_one(access.accounts_to_note(self.actor), typed)
        return typed

    def wanted(self) -> Mapping[str, Any]:
        """Return what was sent as the verb takes it."""
        said = dict(self.cleaned_data)
        said.pop("customer", None)
        by, to = said.pop("by_person"), said.pop("to_contact", "")
        said["by_person"], said["to_contact"] = (
            colleague(by, unless=said["by_name"]),
            person_of(self.account, to),
        )
        return said


class KeepForm(Drafted):
    """That a promise was kept."""

    kept_on = day(gettext_lazy("Kept on"))
    proof = text(
        gettext_lazy("By what one can see it"), 3, max_length=4000,
        help_text=gettext_lazy("A mail, a version, what the customer said; with its day."),
    )  # fmt: skip


class MoveForm(Drafted):
    """Another day, and the customer's word for it."""

    to_day = day(gettext_lazy("New day"))
    word = text(
        gettext_lazy("What the customer said to it"), 3, max_length=4000,
        help_text=gettext_lazy("Without their word the day stays. The old day, the new one and their word stay to be read."),
    )  # fmt: skip
    word_of = forms.CharField(label=gettext_lazy("Who said it"), max_length=120)


class WithdrawForm(Drafted):
    """Why a promise does not hold any more."""

    reason = text(
        gettext_lazy("Reason"), 3, max_length=4000,
        help_text=gettext_lazy("That it was made, and why it does not hold any more, stays to be read."),
    )  # fmt: skip
