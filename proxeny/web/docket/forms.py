"""What a person fills in to answer a matter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.docket import answering
from proxeny.judgement.judging import STANDS_FOR
from proxeny.judgement.models import Judgement
from proxeny.web.forms.drafted import Drafted, begun


class Reason(Drafted):
    """A reason, which every answer needs. The ids of its fields begin with `which`: several stand on one page."""

    which = ""

    reason = forms.CharField(
        label=_("because"),
        widget=forms.Textarea(attrs={"rows": 2, "class": "input"}),
        max_length=2000,
        error_messages={"required": _("Say why: the reason is what others will read.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.which}-%s", **kwargs})


class JudgeForm(Reason):
    """A judgement: band, reason, and if one likes the chance of renewal in percent and the day on which it lapses."""

    which = "judge"
    band = forms.ChoiceField(
        label=_("your judgement"),
        choices=Judgement.Band.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick how the customer stands.")},
    )
    forecast = forms.IntegerField(
        label=_("renews, in percent"),
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(
            attrs={"class": "input input--number", "inputmode": "numeric", "placeholder": "35"}
        ),
    )
    expires_on = forms.DateField(
        label=_("stands until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "input"}),
    )
    field_order = ("band", "reason", "forecast", "expires_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expires_on"].initial = (clock.today() + STANDS_FOR).isoformat()

    @property
    def chance(self) -> float | None:
        """The forecast as a chance between 0 and 1."""
        percent = self.cleaned_data["forecast"]
        return None if percent is None else percent / 100


class SnoozeForm(Reason):
    """A day on which the matter comes back, and a reason."""

    which = "snooze"
    until = forms.DateField(
        label=_("look again on"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input"}),
        error_messages={"required": _("Pick the day on which it comes back.")},
    )
    field_order = ("until", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.attrs["min"] = answering.earliest_return().isoformat()


class DismissForm(Reason):
    """A reason."""

    which = "dismiss"


FORMS: dict[str, type[Reason]] = {form.which: form for form in (JudgeForm, SnoozeForm, DismissForm)}


def draft_key(which: str, number: int) -> str:
    """Return what the draft of an answer to the matter is called."""
    return f"{which}:matter:{number}"


def answer_forms(actor: Actor, number: int) -> dict[str, Reason]:
    """Return the forms that answer a matter, each filled with what the actor has begun to write."""
    keys = {which: draft_key(which, number) for which in FORMS}
    drafts = drafting.of_several(actor, list(keys.values()))
    return {which: begun(form, keys[which], drafts.get(keys[which])) for which, form in FORMS.items()}
