"""What a person writes about an order: one field or two for each move."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from proxeny.dispatch.models import Order
from proxeny.identity.models import Team
from proxeny.web.forms.drafted import Drafted


def text_field(label: Any, *, required: bool = True, help_text: Any = "", rows: int = 3) -> forms.CharField:
    """Return a field of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, help_text=help_text, max_length=4000, widget=widget
    )


class TeamField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the teams."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(label=label, queryset=Team.objects.none(), empty_label=_("choose a team"), **more)


class MoveForm(Drafted):
    """A move of an order; `seen` is the number of the last move that its writer had before them."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    elsewhere: tuple[str, ...] = ()
    """Those of its fields that name another team than the one it lies with."""

    def __init__(self, *args: Any, order: Order, **more: Any) -> None:
        more["initial"] = {**more.get("initial", {}), "seen": order.last}
        super().__init__(*args, **more)
        self.order = order
        for name, field in self.fields.items():
            if isinstance(field, TeamField):
                teams = Team.objects.order_by("name")
                # A form that was sent may be older than where the order lies now: the verb says what is wrong.
                offers_others = name in self.elsewhere and not self.is_bound
                field.queryset = teams.exclude(pk=order.team_id) if offers_others else teams

    def said(self) -> dict[str, Any]:
        """Return what was written, as the verbs take it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class Accept(MoveForm):
    """Taking it takes no words."""


class Done(MoveForm):
    """What was done."""

    text = text_field(
        _("What was done"), help_text=_("So that whoever asked can see it and tell the customer.")
    )


class Ask(MoveForm):
    """What is missing to go on."""

    text = text_field(
        _("What you need to know"), help_text=_("Until it is answered the clock stands still for you.")
    )


class GiveBack(MoveForm):
    """Why it is not theirs, and whose it is."""

    elsewhere = ("believed",)
    reason = text_field(_("Why it is not yours"))
    believed = TeamField(_("Which team you believe right"))


class HandOver(MoveForm):
    """To whom, and how far it is."""

    elsewhere = ("team",)
    team = TeamField(_("To which team"))
    text = text_field(_("What was done so far, and what is left"))


class AskOwner(MoveForm):
    """What the owner is to decide."""

    text = text_field(
        _("What is to be decided"),
        help_text=_("The owner sees the order with all that both sides have said."),
    )


class Objection(MoveForm):
    """Why the designation is wrong in their eyes."""

    text = text_field(
        _("Why you object"), help_text=_("It stands on record, and the order stays with you all the same.")
    )


class PassOn(MoveForm):
    """The next team, which is the one believed right until somebody chooses another."""

    elsewhere = ("team",)
    team = TeamField(_("To which team"))
    text = text_field(_("What they should know besides"), required=False, rows=2)


class Designate(MoveForm):
    """The team that it is for, and why."""

    team = TeamField(_("Which team does it"))
    reason = text_field(
        _("Why this team is the quickest way"),
        help_text=_("It can object, but not return the order any more."),
    )


class Answer(MoveForm):
    """The answer to what the team asked."""

    text = text_field(_("The answer"), help_text=_("The clock of the team goes on with it."))


class Confirm(MoveForm):
    """That it is solved, and on whose word."""

    customer_word = forms.CharField(
        label=_("Who at the customer said so"), required=False, max_length=120,
        help_text=_("Empty: we saw it ourselves."),
    )  # fmt: skip
    text = text_field(_("What they said, or what you saw"), required=False, rows=2)


class NotSolved(MoveForm):
    """What is still wrong."""

    text = text_field(_("What is still wrong"))


class Fact(MoveForm):
    """One more fact."""

    text = text_field(
        _("What else is known"), help_text=_("The team sees it, and nobody can change it afterwards.")
    )


class Withdraw(MoveForm):
    """Why nobody has to do it any more."""

    reason = text_field(_("Why nobody has to do it any more"))
