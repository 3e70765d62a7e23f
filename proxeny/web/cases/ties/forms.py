"""What is asked when a case changes hands, is put off, or is tied to another."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.cases import access, assigning
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff, Team

PERSON, TEAM = "staff:", "team:"
LONGEST = 500


def lines(rows: int = 2) -> forms.Textarea:
    """Return a field of a few lines."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": LONGEST})


class HandsForm(forms.Form):
    """Into whose hands: a colleague's or a team's. `to` becomes the colleague or the team."""

    to = forms.ChoiceField(label=gettext_lazy("Into the hands of"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        widget=lines(),
        help_text=gettext_lazy("Needed where it is taken from somebody else; they read it."),
    )

    def __init__(self, actor: Actor, sent: Any = None, **more: Any) -> None:
        super().__init__(sent, **more)
        people = [(one.reference, one.name) for one in assigning.able()]
        people.sort(key=lambda one: one[0] != f"{PERSON}{actor.staff_id}")
        teams = [(f"{TEAM}{one.pk}", one.name) for one in Team.objects.all()]
        groups: list[Any] = [("", "—"), (_("Colleagues"), people)]
        self.fields["to"].choices = [*groups, (_("Teams"), teams)] if teams else groups  # type: ignore[attr-defined]

    def clean_to(self) -> Staff | Team:
        """Return who is meant."""
        kind, _colon, number = self.cleaned_data["to"].partition(":")
        found: Staff | Team | None = (
            Staff.objects.filter(pk=number).first()
            if f"{kind}:" == PERSON
            else Team.objects.filter(pk=number).first()
        )
        if found is None:
            raise ValidationError(_("Name a colleague or a team."))
        return found


class SnoozeForm(forms.Form):
    """Until when a case is put off, and why."""

    until = forms.DateField(
        label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=gettext_lazy("Why it can wait"),
        max_length=LONGEST,
        widget=lines(),
        help_text=gettext_lazy("Its clocks run on. A word of the customer brings it back at once."),
    )

    def __init__(self, sent: Any = None, **more: Any) -> None:
        super().__init__(sent, **more)
        tomorrow = clock.today() + timedelta(days=1)
        self.fields["until"].widget.attrs["min"] = tomorrow.isoformat()

    def clean_until(self) -> object:
        """Take only a day that is still to come."""
        if self.cleaned_data["until"] <= clock.today():
            raise ValidationError(_("Name a day after today."))
        return self.cleaned_data["until"]


class OtherForm(forms.Form):
    """Another case, by its number. `other` becomes the case, as the actor may read it."""

    other = forms.CharField(
        label=gettext_lazy("Number of the other case"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "list": "other-cases"}),
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300, widget=lines())

    def __init__(self, actor: Actor, sent: QueryDict | None = None, **more: Any) -> None:
        super().__init__(sent, **more)
        self.actor = actor

    def clean_other(self) -> Case:
        """Return the case, if there is one for the actor."""
        number = self.cleaned_data["other"].strip().removeprefix("#")
        found = None
        if number.isascii() and number.isdigit() and len(number) < 19:
            found = access.cases(self.actor).select_related("account").filter(number=int(number)).first()
        if found is None:
            raise ValidationError(_("There is no case of this number that you can see."))
        return found


class ReasonForm(forms.Form):
    """Why, in a line, for whoever reads it later."""

    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300, widget=lines())


class SplitForm(forms.Form):
    """Which messages, and what they are about."""

    title = forms.CharField(label=gettext_lazy("What it is about"), max_length=200)
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300, widget=lines())
    messages = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Messages that go along"),
        coerce=int,
        error_messages={"required": gettext_lazy("Choose at least one message.")},
    )

    def __init__(self, numbers: list[int], sent: QueryDict | None = None, **more: Any) -> None:
        super().__init__(sent, **more)
        self.fields["messages"].choices = [(number, str(number)) for number in numbers]  # type: ignore[attr-defined]
