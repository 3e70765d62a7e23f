"""What a person writes about defects and requests."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account, Contact
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted

LABELS = {
    "title": gettext_lazy("Title"),
    "product": gettext_lazy("Product"),
    "module": gettext_lazy("Module"),
    "symptom": gettext_lazy("What shows"),
    "environment": gettext_lazy("In what environment"),
    "workaround": gettext_lazy("Workaround"),
    "workaround_risk": gettext_lazy("Risk of the workaround"),
}


def prose(label: Any, rows: int = 3, **more: Any) -> forms.CharField:
    """Return a field for text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DefectForm(Drafted):
    """What is known of a defect; no customer is named in it."""

    title = forms.CharField(label=LABELS["title"], max_length=200)
    product = forms.CharField(label=LABELS["product"], max_length=120, required=False)
    module = forms.CharField(label=LABELS["module"], max_length=120, required=False)
    symptom = prose(
        LABELS["symptom"],
        4,
        help_text=gettext_lazy("What somebody does, what they expect, what they get. Name no customer: everybody reads it."),
    )  # fmt: skip
    environment = prose(LABELS["environment"], 2, required=False)
    workaround = prose(LABELS["workaround"], 2, required=False)
    workaround_risk = prose(
        LABELS["workaround_risk"],
        2,
        required=False,
        help_text=gettext_lazy("What it may do to the accuracy of the customer’s data, first of all."),
    )


class SettleForm(Drafted):
    """With what a defect is fixed, or why it will not be."""

    said = prose("", 3, max_length=2000)

    def __init__(self, *args: Any, label: Any = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["said"].label = label


class RequestForm(Drafted):
    """What a customer needs; without `account` it asks whose it is."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )
    what = prose(gettext_lazy("What they need"), 3, max_length=4000)
    environment = prose(
        gettext_lazy("In what environment"),
        2,
        max_length=4000,
        help_text=gettext_lazy("Versions, size, who works with it, what they do today."),
    )
    purpose = prose(
        gettext_lazy("What for"),
        2,
        max_length=4000,
        help_text=gettext_lazy("What they can do then that they cannot do now."),
    )
    today = prose(
        gettext_lazy("What they do today"),
        2,
        max_length=4000,
        required=False,
        help_text=gettext_lazy("How they get along without it, and what that costs them."),
    )
    asked_by = forms.ChoiceField(label=gettext_lazy("Who asks"), required=False)

    def __init__(self, *args: Any, actor: Actor, account: Account | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor, self.account = actor, account
        if account is None:
            del self.fields["asked_by"]
            return
        del self.fields["customer"]
        there = account.contacts.filter(left_on=None)
        contacts = [(str(one.pk), f"{one.name} {one.title}".strip()) for one in there]
        self.fields["asked_by"].choices = [("", _("not known")), *contacts]  # type: ignore[attr-defined]

    def clean_customer(self) -> str:
        """Find the one customer that is meant."""
        typed = str(self.cleaned_data["customer"])
        open_to = accounts(self.actor, Area.INSIDE, write=True)
        self.account = the_one(open_to, typed)
        return typed

    def wanted(self) -> dict[str, Any]:
        """Return what was sent as the verb takes it."""
        said = {name: self.cleaned_data[name] for name in ("what", "environment", "purpose", "today")}
        asked_by = self.cleaned_data.get("asked_by")
        contact = Contact.objects.filter(pk=asked_by, account=self.account).first() if asked_by else None
        return {**said, "asked_by": contact}
