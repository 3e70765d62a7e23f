"""The people at a customer: changed in place, added, marked as left; each can be taken back."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts import contacting
from proxeny.accounts.access import account_for
from proxeny.accounts.changing import Change
from proxeny.accounts.fields import OF_CONTACTS
from proxeny.accounts.merging import Overtaken
from proxeny.accounts.models import Contact
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.inline import Inline, InlineField, Place, respond
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.templatetags.words import day_text

PARTS = [("", gettext_lazy("not known")), *Contact.Part.choices]
FIELDS = {
    one.name: one
    for one in (
        InlineField("name", gettext_lazy("Name")),
        InlineField("title", gettext_lazy("Position"), empty=gettext_lazy("position")),
        InlineField("part", gettext_lazy("Part"), "select", PARTS, empty=gettext_lazy("part")),
        InlineField("email", gettext_lazy("Mail"), "email", empty=gettext_lazy("mail")),
        InlineField("phone", gettext_lazy("Phone"), "tel", empty=gettext_lazy("phone")),
    )
}
LABELS = {**{name: field.label for name, field in FIELDS.items()}, "left_on": gettext_lazy("left on")}


class People(Inline):
    """The fields of one person."""

    fields = FIELDS

    def load(self, actor: Actor, number: int) -> Contact:
        """Return the person, or raise NotFound."""
        return contacting.contact_for(actor, number, write=True)

    def may(self, actor: Actor, row: Contact, name: str) -> bool:  # noqa: ARG002  (who loads one may change all)
        """Everything about a person belongs to one part of the work."""
        return True

    def text(self, row: Contact, name: str) -> str:
        """Return what is known."""
        return OF_CONTACTS[name].text(row)

    def say(self, row: Contact, name: str, text: str) -> str:  # noqa: ARG002
        """Return it as it is read."""
        if name == "part" and text:
            return str(dict(PARTS).get(text, text))
        return day_text(date.fromisoformat(text)) if name == "left_on" and text else text

    def keep(self, row: Contact, new: Any, seen: Any, by: Actor) -> Change:
        """Change what is known of the person."""
        return contacting.change(row, new, by=by, seen=seen)

    def address(self, row: Contact, name: str) -> str:
        """Return the route of the field."""
        return reverse("contact-field", args=[row.pk, name])

    def back(self, row: Contact) -> str:
        """Return the customer’s page."""
        return reverse("account", args=[row.account_id])

    def undo(self, row: Contact, change: Change) -> str:
        """Return the route that takes it back."""
        return reverse("contact-change-withdrawal", args=[row.pk, change.sequence])

    def title(self, row: Contact) -> str:
        """Return the person’s name."""
        return row.name


PEOPLE = People()


def places(contacts: list[Contact], *, may: bool) -> list[tuple[Contact, dict[str, Place]]]:
    """Return each person with their fields; `may` tells whether the reader may change them."""
    return [(one, {name: PEOPLE.place(one, name, may=may) for name in FIELDS}) for one in contacts]


class NewContact(Drafted):
    """A person to be added."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    title = forms.CharField(label=gettext_lazy("Position"), max_length=120, required=False)
    part = forms.ChoiceField(label=gettext_lazy("Part"), choices=PARTS, required=False)
    email = forms.EmailField(label=gettext_lazy("Mail"), required=False)
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=40, required=False)


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form for a new person, or add who was sent."""
    account = account_for(request.actor, number, write=True)
    key = f"contact:account:{number}"
    unsent = begun(NewContact, key, drafting.of(request.actor, key))
    if request.method != "POST":
        return render(request, "accounts/new_contact.html", {"account": account, "form": unsent})
    form = NewContact(request.POST).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                contact = contacting.add(account, form.cleaned_data, by=request.actor)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            undo = reverse("contact-withdrawal", args=[contact.pk])
            toasts.say(request, _("%(name)s is noted.") % {"name": contact.name}, undo=undo)
            return redirect("account", number)
    return render(request, "accounts/new_contact.html", {"account": account, "form": form}, status=422)


@writers_of(Area.DOSSIER)
@require_POST
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that a person was added."""
    contact = contacting.contact_for(request.actor, number, write=True)
    account = contact.account_id
    if contacting.withdraw(contact, by=request.actor):
        toasts.say(request, _("Taken back. %(name)s was never noted.") % {"name": contact.name})
    else:
        said = _("%(name)s was changed since and stays. Mark them as having left instead.")
        toasts.say(request, said % {"name": contact.name}, level=messages.WARNING)
    return redirect("account", account)


@writers_of(Area.DOSSIER)
@require_POST
def leave(request: StaffRequest, number: int) -> HttpResponse:
    """Note that a person has left, as of today."""
    contact = contacting.contact_for(request.actor, number, write=True)
    change = contacting.change(contact, {"left_on": clock.today().isoformat()}, by=request.actor)
    said = _("Noted: %(name)s has left.") % {"name": contact.name}
    toasts.say(request, said, undo=PEOPLE.undo(contact, change) if change else "")
    return redirect("account", contact.account_id)


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Open one field of a person, or keep it."""
    return respond(request, PEOPLE, number, name)


@writers_of(Area.DOSSIER)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one’s own change of a person back, or say who changed it since."""
    contact = contacting.contact_for(request.actor, number, write=True)
    try:
        change = contacting.take_back(contact, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
    else:
        again = PEOPLE.undo(contact, change) if change else ""
        toasts.say(request, _("Taken back. It stands as before."), undo=again)
        first = next(iter(change.fields), "")
        if first in FIELDS:
            return redirect(f"{PEOPLE.back(contact)}#people-{contact.pk}-{first}")
    return redirect("account", contact.account_id)
