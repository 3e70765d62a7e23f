"""What a person writes about who is on duty."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.catalogue.turns import MOST_DAYS
from proxeny.core import clock
from proxeny.identity.models import Staff


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class RotaForm(forms.Form):
    """From when, how long a turn is, and in what order the members take turns: each has a place, or none."""

    begins_on = _day(gettext_lazy("From"))
    days = forms.IntegerField(label=gettext_lazy("Days a turn"), min_value=1, max_value=MOST_DAYS, initial=7)

    def __init__(self, sent: QueryDict | None = None, *, members: Sequence[Staff]) -> None:
        super().__init__(sent, auto_id="rota-%s", initial={"begins_on": clock.today()})
        self.members = list(members)
        for place, one in enumerate(self.members, start=1):
            self.fields[f"place-{one.pk}"] = forms.IntegerField(
                label=one.name,
                required=False,
                min_value=1,
                max_value=99,
                initial=place if one.is_active else None,
            )

    @property
    def places(self) -> list[Any]:
        """The fields of the members."""
        return [self[f"place-{one.pk}"] for one in self.members]

    def people(self) -> list[Staff]:
        """Return who takes turns, in order."""
        held = {one: self.cleaned_data.get(f"place-{one.pk}") for one in self.members}
        return sorted((one for one, place in held.items() if place), key=lambda one: (held[one], one.name))


class StandInForm(forms.Form):
    """Who stands in, from when to when."""

    staff = forms.ChoiceField(label=gettext_lazy("Who stands in"))
    begins_on = _day(gettext_lazy("From"))
    ends_on = _day(gettext_lazy("To"))

    def __init__(self, sent: QueryDict | None = None) -> None:
        today = clock.today()
        super().__init__(sent, auto_id="stand-in-%s", initial={"begins_on": today, "ends_on": today})
        people = [(str(one.pk), one.name) for one in Staff.objects.filter(is_active=True).order_by("name")]
        self.fields["staff"].choices = [("", _("choose a colleague")), *people]  # type: ignore[attr-defined]
