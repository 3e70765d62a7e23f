"""The form of what the witnesses count for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.accounts.models import Account
from proxeny.judgement.health.setting import MOST
from proxeny.judgement.health.weights import EVERYBODY
from proxeny.judgement.signals import all_signals

SEGMENTS = [(EVERYBODY, gettext_lazy("all levels")), *Account.Level.choices]


class WeightsForm(forms.Form):
    """A whole number for each witness, and why; the fields of witnesses are named `w-` and the witness."""

    segment = forms.ChoiceField(choices=SEGMENTS, required=False, widget=forms.HiddenInput)
    reason = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea({"rows": 2}), max_length=2000)

    def __init__(self, *words: Any, points: Mapping[str, int] | None = None, **more: Any) -> None:
        super().__init__(*words, **more)
        for signal in all_signals():
            self.fields[f"w-{signal.name}"] = forms.IntegerField(
                label=_(signal.title),
                help_text=_(signal.asks),
                min_value=0,
                max_value=MOST,
                initial=(points or {}).get(signal.name, signal.weight),
                widget=forms.NumberInput({"class": "input is-small", "inputmode": "numeric"}),
            )

    @property
    def witnesses(self) -> list[forms.BoundField]:
        """The fields of the witnesses, in order."""
        return [self[name] for name in self.fields if name.startswith("w-")]

    def points(self) -> dict[str, int]:
        """Return what was typed, by witness."""
        return {
            name.removeprefix("w-"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("w-")
        }
