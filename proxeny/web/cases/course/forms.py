"""What a person fills in on the way of a case."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from proxeny.cases.models import Proposal
from proxeny.cases.proposing import Way
from proxeny.core import clock
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.web.forms.drafted import Drafted

Sort = Proposal.Sort


def lines(label: Any, rows: int = 2, **more: Any) -> forms.CharField:
    """Return a field of several lines."""
    widget = forms.Textarea(attrs={"rows": rows, "class": "input"})
    return forms.CharField(label=label, widget=widget, max_length=4000, **more)


def day_input() -> forms.DateInput:
    """Return a control for a day; browsers want it spelt 2026-11-25, whatever the reader's language."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Reasoned(Drafted):
    """Only a reason."""

    reason = lines(_("because"), required=False)


class PathForm(Drafted):
    """A path: next step, who, by when."""

    text = lines(
        _("next step"), help_text=_("What happens next, in one sentence the customer would understand.")
    )
    owner = forms.ModelChoiceField(label=_("who"), queryset=Staff.objects.none(), required=False)
    owner_name = forms.CharField(
        label=_("or somebody else"),
        required=False,
        max_length=120,
        help_text=_("A team, a partner, somebody at the customer."),
    )
    due_on = forms.DateField(label=_("by"), required=False, widget=day_input())
    sort = Sort.PATH

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        able = Staff.objects.filter(is_active=True, grants__ended_at=None).exclude(grants__role=Role.AUDITOR)
        self.fields["owner"].queryset = able.distinct()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Take somebody who was written down before the colleague who was proposed."""
        given = super().clean() or self.cleaned_data
        if given.get("owner_name", "").strip():
            given["owner"] = None
        return given


class RequestForm(Drafted):
    """A request for product: what, in which environment, for what purpose."""

    text = lines(_("what is needed"), help_text=_("In the customer’s words, in one sentence."))
    environment = lines(
        _("in which environment"),
        required=False,
        help_text=_("Where and how it is used: edition, devices, numbers, what they do today."),
    )
    purpose = lines(_("for what purpose"), required=False, help_text=_("What they want to reach with it."))
    sort = Sort.REQUEST


class NotNowForm(Drafted):
    """Not now, because …, we look again when …"""

    text = lines(_("what does not go now"))
    because = lines(_("because"), required=False)
    look_again_on = forms.DateField(label=_("we look again on"), required=False, widget=day_input())
    look_again_when = forms.CharField(
        label=_("or when"),
        required=False,
        max_length=300,
        help_text=_("What has to happen first. A day is safer: on that day it lies on the docket."),
    )
    sort = Sort.NOT_NOW


WAYS: dict[str, type[PathForm | RequestForm | NotNowForm]] = {
    Sort.PATH.value: PathForm,
    Sort.REQUEST.value: RequestForm,
    Sort.NOT_NOW.value: NotNowForm,
}


def way_of(form: Drafted) -> Way:
    """Return what a filled form says; what it does not ask for is empty."""
    given = {name: value for name, value in form.cleaned_data.items() if value is not None}
    return Way(sort=form.sort, **given)  # type: ignore[attr-defined]


def first_guess(sort: str, by: Staff | None) -> dict[str, Any]:
    """Return what such a form begins with: a path is taken by who writes it, in three days; a not-now waits a month."""
    if sort == Sort.PATH:
        return {"owner": by, "due_on": _in(3)}
    return {"look_again_on": _in(30)} if sort == Sort.NOT_NOW else {}


class SolveForm(Drafted):
    """How it was solved, and what the customer said."""

    how = lines(_("how it was solved"))
    word = lines(
        _("the customer’s word on it"),
        required=False,
        help_text=_("What they wrote or said: it counts more than ours."),
    )
    reason = lines(_("why it goes without what is missing"), required=False)


class ReopenForm(Drafted):
    """Why it was not solved after all."""

    reason = lines(_("what was not solved after all"), required=False)


class LearnForm(Drafted):
    """The other outputs."""

    why = lines(_("why it happened"), required=False)
    why_so = lines(_("why it was solved this way"), required=False)
    next_time = lines(_("how it is avoided next time"), required=False)


class WaitForm(Drafted):
    """What we wait for."""

    why = forms.CharField(label=_("for what"), required=False, max_length=300)


def _in(days: int) -> date:
    return clock.today() + timedelta(days=days)
