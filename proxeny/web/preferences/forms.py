"""What a person can set."""

from typing import ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from proxeny.identity.models import Staff


class Preferences(forms.Form):
    """Language, light, keys."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)
    theme = forms.ChoiceField(
        label=_("Light and dark"), choices=Staff.Theme.choices, widget=forms.RadioSelect
    )
    shortcuts = forms.BooleanField(
        label=_("Single-key shortcuts"),
        help_text=_(
            "j, k, x, Enter and the like. Switch them off if a screen reader or dictation types letters."
        ),
        required=False,
    )

    ORDER: ClassVar[list[str]] = ["language", "theme", "shortcuts"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        own_names = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]
        self.fields["language"].choices = own_names  # type: ignore[attr-defined]
