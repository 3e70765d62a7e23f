"""Keeping what the customer said or wrote elsewhere: on the phone, in a chat, at a visit."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Contact
from proxeny.cases import writing
from proxeny.cases.models import Message
from proxeny.core import clock
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.policy import StaffRequest, writers_of

SKEW = timedelta(minutes=5)


class CustomerWords(Drafted):
    """Who said what, and when."""

    text = forms.CharField(
        label=gettext_lazy("What they said, in their words"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=writing.LONGEST,
    )
    contact = forms.ModelChoiceField(
        label=gettext_lazy("Who"), queryset=Contact.objects.none(), required=False
    )
    name = forms.CharField(label=gettext_lazy("or somebody else"), max_length=120, required=False)
    at = forms.DateTimeField(
        label=gettext_lazy("When"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=gettext_lazy("Left empty, it is now."),
    )
    in_confidence = forms.BooleanField(
        label=gettext_lazy("in confidence"),
        required=False,
        help_text=gettext_lazy("only those with the separate channel can read it; sales cannot"),
    )

    def of(self, reader: Reader) -> "CustomerWords":
        """Offer the people at this customer, and the separate channel to those who have it."""
        people = Contact.objects.filter(account=reader.case.account_id)
        self.fields["contact"].queryset = people  # type: ignore[attr-defined]
        open_to = accounts(reader.actor, Area.CONFIDENTIAL, write=True)
        if not open_to.filter(pk=reader.case.account_id).exists():
            del self.fields["in_confidence"]
        return self

    def clean(self) -> dict[str, Any]:
        """What was said was said before now."""
        found = super().clean() or {}
        at = found.get("at")
        if at and at > clock.now() + SKEW:
            self.add_error("at", _("That moment has not come yet."))
        return found


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def customer_words(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form, or keep what was sent."""
    reader, key = reader_of(request.actor, number, write=True), f"customer-words:{number}"
    initial = {"contact": reader.case.reporter_id}
    unsent = begun(CustomerWords, key, drafting.of(request.actor, key), initial=initial).of(reader)
    if request.method != "POST":
        return _shown(request, reader, unsent)
    form = CustomerWords(request.POST).instead_of(unsent).of(reader)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                kept = _keep(reader, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            toasts.say(request, _("Kept. Their answer is waited for no longer; ours is."))
            return redirect(f"{reverse('case', args=[number])}#message-{kept.pk}")
    return _shown(request, reader, form, status=422)


def _keep(reader: Reader, said: dict[str, Any]) -> Message:
    return writing.customer_wrote(
        reader.case,
        said["text"],
        by=reader.actor,
        contact=said.get("contact"),
        name=said.get("name", ""),
        at=said.get("at"),
        is_confidential=said.get("in_confidence", False),
    )


def _shown(request: StaffRequest, reader: Reader, form: CustomerWords, *, status: int = 200) -> HttpResponse:
    context = {"case": reader.case, "reader": reader, "form": form}
    return render(request, "cases/talk/customer_words.html", context, status=status)
