"""What the first colleague tells of themselves."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.identity import preferring
from proxeny.identity.roles import Role

_NEW_PASSWORD = {"autocomplete": "new-password", "minlength": 10}


class Founder(forms.Form):
    """The owner to be."""

    code = forms.CharField(
        label=_("Set-up code"),
        max_length=80,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )
    name = forms.CharField(
        label=pgettext_lazy("of a person", "Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("As your colleagues know you; it stands beside what you judge."),
    )
    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=64,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )
    email = forms.EmailField(
        label=_("Mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only for a new password, should you forget yours."),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={**_NEW_PASSWORD, "aria-describedby": "password-rules"}),
    )
    again = forms.CharField(
        label=_("Password once more"), strip=False, widget=forms.PasswordInput(attrs=_NEW_PASSWORD)
    )
    also = forms.ChoiceField(
        label=_("Do you look after customers yourself?"),
        choices=[
            (Role.LEAD.value, _("I answer for all of them")),
            (Role.SPOKESPERSON.value, _("I have customers of my own")),
            ("", _("No, I only set this up")),
        ],
        initial=Role.LEAD.value,
        required=False,
        widget=forms.RadioSelect,
    )
    time_zone = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def clean_username(self) -> str:
        """Return the sign-in name without spaces around it."""
        return str(self.cleaned_data["username"]).strip()

    def clean_again(self) -> str:
        """Refuse a password that was written differently the second time."""
        if self.cleaned_data["again"] != self.cleaned_data.get("password", self.cleaned_data["again"]):
            raise ValidationError(_("The two are not the same. Write the password once more."))
        return str(self.cleaned_data["again"])

    def clean_time_zone(self) -> str:
        """Return the zone to keep; what the browser calls by a name that we do not know is the installation's."""
        return preferring.own_zone(self.cleaned_data["time_zone"])

    def verbs_words(self) -> dict[str, object]:
        """Return what the verb takes."""
        said = {name: self.cleaned_data[name] for name in ("username", "name", "code", "password", "email")}
        also = self.cleaned_data["also"]
        return {**said, "time_zone": self.cleaned_data["time_zone"], "also": Role(also) if also else None}

    def refuse(self, error: ValidationError) -> None:
        """Put what the verb refused beside the field it is about."""
        for field, messages in getattr(error, "error_dict", {"password": error}).items():
            self.add_error(field if field in self.fields else None, messages)
