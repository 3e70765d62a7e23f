"""What a person says about a day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from proxeny.core.calendar import DayKind


class Correction(forms.Form):
    """What a day really is."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    kind = forms.ChoiceField(
        label=_("What it really is"),
        choices=[
            (DayKind.HOLIDAY.value, _("holiday")),
            (DayKind.WORKDAY.value, _("working day")),
            (DayKind.REST.value, _("day of rest")),
        ],
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
