"""Saying why something can no longer be taken back."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from proxeny.accounts.merging import Overtaken
from proxeny.web import toasts
from proxeny.web.forms.people import names_of
from proxeny.web.templatetags.words import moment


def say_overtaken(request: HttpRequest, since: Overtaken, labels: Mapping[str, Any]) -> None:
    """Say who changed which field since, and that it was left as it is."""
    clash = since.clashes[0]
    values = {
        "label": str(labels.get(clash.field, clash.field)),
        "who": names_of([clash.by]).get(clash.by, ""),
    }
    if values["who"] and clash.at:
        values["when"] = moment(clash.at)
        said = _("%(who)s has changed it since, on %(when)s: %(label)s. It was left as it is.") % values
    else:
        said = _("%(label)s was changed since. It was left as it is.") % values
    toasts.say(request, said, level=messages.WARNING)
