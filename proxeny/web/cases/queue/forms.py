"""What is asked when a case is opened: the customer's words, who they are, how badly they are hit; the rest may wait."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.accounts.models import Account, Contact
from proxeny.cases import assigning
from proxeny.cases.models import Channel, Severity
from proxeny.cases.opening import LONGEST_TITLE
from proxeny.web.forms.drafted import Drafted

LONGEST = 50_000
FOLDED = ("title", "channel", "product", "owner", "is_confidential")


class Chosen(forms.Field):
    """The one customer that was chosen, loaded as its reader may; any other number is a wrong choice."""

    customer: Account | None = None
    default_error_messages: ClassVar = dict(forms.ModelChoiceField.default_error_messages)

    def to_python(self, value: Any) -> Account | None:
        """Return the customer, or None where nothing was chosen."""
        if value in self.empty_values:
            return None
        if self.customer is None or str(value) != str(self.customer.pk):
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return self.customer


class OpenForm(Drafted):
    """`customer` is what was typed, `account` who was meant by it; a reporter without an entry of their own is a name."""

    text = forms.CharField(
        label=gettext_lazy("What the customer said"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "autofocus": True}),
        help_text=gettext_lazy("In their own words: paste it as it came."),
    )
    customer = forms.CharField(required=False, max_length=120)
    account = Chosen(error_messages={"required": gettext_lazy("Say which customer it is.")})
    reporter = forms.ModelChoiceField(Contact.objects.none(), required=False)
    reporter_name = forms.CharField(required=False, max_length=120)
    severity = forms.TypedChoiceField(
        label=gettext_lazy("How badly it hits them"),
        choices=Severity.choices,
        coerce=lambda value: Severity(int(value)),
        initial=Severity.NORMAL,
        widget=forms.RadioSelect,
    )
    title = forms.CharField(
        label=gettext_lazy("Title"),
        required=False,
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("Empty: the first line of what they said."),
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("Came by"), choices=Channel.choices, initial=Channel.CHAT, required=False
    )
    product = forms.CharField(label=gettext_lazy("Product"), required=False, max_length=120)
    owner = forms.ModelChoiceField(
        assigning.able().none(),
        label=gettext_lazy("In the hands of"),
        required=False,
        empty_label=gettext_lazy("who speaks for the customer"),
    )
    is_confidential = forms.BooleanField(
        label=gettext_lazy("Confidential"),
        required=False,
        help_text=gettext_lazy("Then sales, product and the auditor do not know that it exists."),
    )

    def __init__(self, *args: Any, account: Account | None, may_confide: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["account"].customer = account  # type: ignore[attr-defined]
        self.fields["reporter"].queryset = Contact.objects.filter(account=account)  # type: ignore[attr-defined]
        self.fields["owner"].queryset = assigning.able()  # type: ignore[attr-defined]
        if not may_confide:
            del self.fields["is_confidential"]

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that few cases need at once."""
        return [self[name] for name in FOLDED if name in self.fields]

    @property
    def is_unfolded(self) -> bool:
        """Whether something stands in them, or is wrong with them."""
        return any(
            self[name].errors or self[name].value() not in (None, "", False, Channel.CHAT)
            for name in FOLDED
            if name in self.fields
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a customer in words that fit what was typed."""
        cleaned = super().clean() or self.cleaned_data
        if "account" in self.errors and cleaned.get("customer"):
            self.errors["account"] = self.error_class([_("Choose which customer is meant.")])
        return cleaned
