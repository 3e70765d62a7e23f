"""What the owner writes about colleagues and teams."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from proxeny.identity.models import Staff
from proxeny.identity.roles import Role


class NewColleague(forms.Form):
    """A colleague to be added."""

    name = forms.CharField(label=pgettext_lazy("person", "Name"), max_length=80)
    username = forms.CharField(label=_("Sign-in name"), max_length=64)
    email = forms.EmailField(label=_("Mail"), required=False)
    password = forms.CharField(
        label=_("First password"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least ten characters. Left empty, only your company’s sign-in opens the door."),
    )
    language = forms.ChoiceField(label=_("Language"))
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        own_names = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]
        self.fields["language"].choices = own_names  # type: ignore[attr-defined]

    def clean_username(self) -> str:
        """Return the sign-in name, which nobody else may have in any case of letters."""
        username: str = self.cleaned_data["username"].strip()
        if Staff.objects.filter(username__iexact=username).exists():
            raise ValidationError(_("That sign-in name is taken."))
        return username

    def refuse(self, error: ValidationError) -> None:
        """Put what the verb refused beside the field it is about."""
        for field, messages in getattr(error, "error_dict", {"password": error}).items():
            self.add_error(field if field in self.fields else None, messages)


class Departure(forms.Form):
    """Why somebody leaves."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands on record: moved to another company, a contract that ended."),
    )


class NewTeam(forms.Form):
    """A team to be founded."""

    name = forms.CharField(label=_("Name"), max_length=80)
