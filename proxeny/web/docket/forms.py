"""What a person fills in to answer a matter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.docket import answering
from proxeny.judgement.judging import STANDS_FOR
from proxeny.judgement.models import Judgement


class Reason(forms.Form):
    """A reason, which every answer needs."""

    reason = forms.CharField(
        label=_("because"),
        widget=forms.Textarea(attrs={"rows": 2, "class": "input"}),
        max_length=2000,
        error_messages={"required": _("Say why: the reason is what others will read.")},
    )


class JudgeForm(Reason):
    """A judgement: band, reason, and if one likes the chance of renewal in percent and the day on which it lapses."""

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
