"""What a person can set."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from proxeny.identity import preferring
from proxeny.identity.models import Staff
from proxeny.web.preferences import zones


class Preferences(forms.Form):
    """Language, light, keys, time zone."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)
    theme = forms.ChoiceField(
        label=_("Light and dark"), choices=Staff.Theme.choices, widget=forms.RadioSelect
    )
    time_zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        max_length=64,
        widget=forms.Select,
        help_text=_(
            "Moments are shown in it. Days, deadlines and the docket keep to the installation’s day, for everybody the same."
        ),
    )
    shortcuts = forms.BooleanField(
        label=_("Single-key shortcuts"),
        help_text=_(
            "j, k, x, Enter and the like. Switch them off if a screen reader or dictation types letters."
        ),
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        own_names = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]
        self.fields["language"].choices = own_names  # type: ignore[attr-defined]
        chosen = str(self["time_zone"].value() or "")
        self.fields["time_zone"].widget.choices = zones.choices(
            settings.TIME_ZONE, chosen if preferring.is_zone(chosen) else ""
        )

    def clean_time_zone(self) -> str:
        """Return the zone to keep: one that there is."""
        zone = str(self.cleaned_data["time_zone"])
        if not preferring.is_zone(zone):
            raise ValidationError(_("There is no such time zone. Choose one of the list."))
        return preferring.own_zone(zone)
