"""What a person writes about promises."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.accounts.models import Account, Contact
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.promises import access
from proxeny.promises.models import Promise
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more
    )


def _text(label: Any, rows: int = 2, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class NewPromise(Drafted):
    """A promise to be noted; without `account` it asks for the customer too."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )
    what = _text(
        gettext_lazy("What was promised"),
        max_length=2000,
        help_text=gettext_lazy("In the words the customer heard."),
    )
    due_on = _day(gettext_lazy("Until when"))
    by_person = forms.ChoiceField(label=gettext_lazy("Promised by"), required=False)
    by_name = forms.CharField(
        label=gettext_lazy("Somebody else’s name"), max_length=120, required=False,
        help_text=gettext_lazy("Who promised it and is not among the colleagues."),
    )  # fmt: skip
    to_contact = forms.ChoiceField(label=gettext_lazy("Promised to"), required=False)
    to_name = forms.CharField(label=gettext_lazy("Promised to somebody else"), max_length=120, required=False)
    made_in = forms.ChoiceField(label=gettext_lazy("Where it was said"), choices=Promise.MadeIn.choices)
    made_on = _day(gettext_lazy("When it was said"))
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
        people = Staff.objects.filter(Q(is_active=True) | Q(pk=actor.staff_id)).order_by("name")
        named = [(str(one.pk), one.name) for one in people]
        self.fields["by_person"].choices = [*named, ("", _("somebody else"))]  # type: ignore[attr-defined]
        if account is None:
            del self.fields["to_contact"]
            return
        del self.fields["customer"]
        there = account.contacts.filter(left_on=None)
        contacts = [(str(one.pk), f"{one.name} {one.title}".strip()) for one in there]
        self.fields["to_contact"].choices = [("", _("not known")), *contacts]  # type: ignore[attr-defined]
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
        said["by_person"] = Staff.objects.filter(pk=by).first() if by else None
        said["to_contact"] = Contact.objects.filter(pk=to, account=self.account).first() if to else None
        return said


class KeepForm(Drafted):
    """That a promise was kept."""

    kept_on = _day(gettext_lazy("Kept on"))
    proof = _text(
        gettext_lazy("By what one can see it"), 3, max_length=4000,
        help_text=gettext_lazy("A mail, a version, what the customer said; with its day."),
    )  # fmt: skip


class MoveForm(Drafted):
    """Another day, and the customer's word for it."""

    to_day = _day(gettext_lazy("New day"))
    word = _text(
        gettext_lazy("What the customer said to it"), 3, max_length=4000,
        help_text=gettext_lazy("Without their word the day stays. The old day, the new one and their word stay to be read."),
    )  # fmt: skip
    word_of = forms.CharField(label=gettext_lazy("Who said it"), max_length=120)


class WithdrawForm(Drafted):
    """Why a promise does not hold any more."""

    reason = _text(
        gettext_lazy("Reason"), 3, max_length=4000,
        help_text=gettext_lazy("That it was made, and why it does not hold any more, stays to be read."),
    )  # fmt: skip
