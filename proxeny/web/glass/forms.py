"""What a person writes about looking by exception."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from proxeny.accounts.glass import access
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.models.admission import LEAST_HOURS, MOST_HOURS, USUAL_HOURS
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted

LARGEST_CASE = 2**53


class AskForm(Drafted):
    """A request to look; without `account` it asks for the customer too. What a number of a case means is not looked at."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )
    case = forms.IntegerField(
        label=gettext_lazy("One case only"), required=False, min_value=1, max_value=LARGEST_CASE,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=gettext_lazy("Its number. Empty: all that the customer told in confidence."),
    )  # fmt: skip
    hours = forms.IntegerField(
        label=gettext_lazy("For how many hours"), min_value=LEAST_HOURS, max_value=MOST_HOURS,
        initial=USUAL_HOURS,
        help_text=gettext_lazy("From 1 to 72, from the moment somebody grants it. As few as the matter needs."),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Who decides reads it, and who speaks for the customer; it stays on record."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, account: Account | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor, self.account = actor, account
        if account is not None:
            del self.fields["customer"]

    def clean_customer(self) -> str:
        """Find the one customer that is meant."""
        typed = str(self.cleaned_data["customer"])
        self.account = the_one(access.askable(self.actor), typed)
        return typed

    def wanted(self) -> dict[str, Any]:
        """Return what was sent as the verb takes it."""
        said = self.cleaned_data
        return {"case": said["case"] or 0, "hours": said["hours"], "reason": said["reason"]}


class GrantForm(forms.Form):
    """For how long: as asked, or less, or more."""

    hours = forms.IntegerField(
        label=gettext_lazy("For how many hours"), min_value=LEAST_HOURS, max_value=MOST_HOURS
    )


class RefusalForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=gettext_lazy("Why not"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Who asked reads it, and it stays on record."),
    )  # fmt: skip
