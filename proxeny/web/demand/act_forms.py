"""What a person writes when a request is weighed, decided, delivered and looked at again."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.demand.models import Decision, Request, Told, Voice
from proxeny.identity.models import Team
from proxeny.web.demand.forms import prose
from proxeny.web.forms.drafted import Drafted

REASON = gettext_lazy("Reason")


def day(label: Any, **more: Any) -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more
    )


class ActForm(Drafted):
    """A form about one request; fields named `to_contact`, `in_name_of` and `team` offer who there is."""

    def __init__(self, *args: Any, one: Request, **more: Any) -> None:
        super().__init__(*args, **more)
        self.one = one
        for name in ("to_contact", "in_name_of"):
            if name in self.fields:
                there = one.account.contacts.filter(left_on=None)
                people = [(str(each.pk), f"{each.name} {each.title}".strip()) for each in there]
                self.fields[name].choices = [("", _("not known")), *people]  # type: ignore[attr-defined]
        if "team" in self.fields:
            teams = [(str(each.pk), each.name) for each in Team.objects.all()]
            self.fields["team"].choices = [("", "—"), *teams]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """Return what was sent as the verb takes it."""
        said = dict(self.cleaned_data)
        for name in ("to_contact", "in_name_of"):
            if name in said:
                said[name] = self.one.account.contacts.filter(pk=said[name]).first() if said[name] else None
        if "team" in said:
            said["team"] = Team.objects.get(pk=said["team"])
        return said


class VoiceForm(ActForm):
    """One of the three voices."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Where it stands"), choices=Voice.Stand.choices, widget=forms.RadioSelect
    )
    words = prose(gettext_lazy("In words"), 4, max_length=4000)
    in_name_of = forms.ChoiceField(label=gettext_lazy("In whose name"), required=False)

    def __init__(self, *args: Any, of: str, **more: Any) -> None:
        super().__init__(*args, **more)
        if of != Voice.Of.CUSTOMER:
            del self.fields["in_name_of"]


class DecisionForm(ActForm):
    """Yes, no or later."""

    answer = forms.ChoiceField(
        label=gettext_lazy("What is decided"), choices=Decision.Answer.choices, widget=forms.RadioSelect
    )
    reason = prose(
        REASON, 3, max_length=4000, help_text=gettext_lazy("The customer will hear it; others will read it.")
    )
    promised_on = day(
        gettext_lazy("If yes: until when"),
        required=False,
        help_text=gettext_lazy("It becomes a promise of yours to each customer that asks."),
    )
    again_on = day(gettext_lazy("If later: when it is looked at again"), required=False)


class ReasonForm(ActForm):
    """Why a decision is taken back."""

    reason = prose(REASON, 3, max_length=2000)


class ExpectedForm(ActForm):
    """What use is expected."""

    measure = forms.CharField(
        label=gettext_lazy("What one can count"), max_length=200,
        help_text=gettext_lazy("People who use it each week, hours saved a month."),
    )  # fmt: skip
    how_many = forms.IntegerField(label=gettext_lazy("How many"), min_value=1, max_value=2_000_000_000)
    by_day = day(
        gettext_lazy("By when"), help_text=gettext_lazy("On that day one looks, once it is delivered.")
    )


class DeliveryForm(ActForm):
    """That it is delivered."""

    what = prose(gettext_lazy("With which version or change"), 2, max_length=4000)
    on = day(gettext_lazy("On which day"))


class UseForm(ActForm):
    """What use was seen."""

    how_many = forms.IntegerField(
        label=gettext_lazy("How many there are"), min_value=0, max_value=2_000_000_000
    )
    words = prose(gettext_lazy("What they say of it"), 3, max_length=4000, required=False)
    on = day(gettext_lazy("Seen on"))


class ToldForm(ActForm):
    """That the customer heard what was decided."""

    how = forms.ChoiceField(
        label=gettext_lazy("How they heard"), choices=Told.How.choices, widget=forms.RadioSelect
    )
    to_contact = forms.ChoiceField(label=gettext_lazy("Who heard it"), required=False)
    words = prose(gettext_lazy("What they said to it"), 3, max_length=4000, required=False)


class CreditForm(ActForm):
    """Which team helped, and with what."""

    team = forms.ChoiceField(label=gettext_lazy("Team"))
    what_for = prose(gettext_lazy("What they did"), 2, max_length=4000)


class DeclineForm(ActForm):
    """Which team cannot help."""

    team = forms.ChoiceField(label=gettext_lazy("Team"))
    words = prose(
        gettext_lazy("What they said"), 2, max_length=4000, required=False,
        help_text=gettext_lazy("It stands here only. Declining costs a team nothing: no record counts it."),
    )  # fmt: skip
