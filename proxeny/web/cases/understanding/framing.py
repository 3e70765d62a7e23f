"""Who stands behind a case: each place changed in place, somebody new added on the way, and taken back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts import contacting
from proxeny.accounts.access import account_for
from proxeny.accounts.merging import Overtaken
from proxeny.accounts.models import Contact
from proxeny.cases import framing
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.understanding.in_place import Row
from proxeny.web.cases.understanding.in_place import respond as in_place
from proxeny.web.cases.understanding.picture import FIELDS, FRAMED, ROLES, picture
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of

FRAGMENT = "cases/understanding/_framing_kept.html"
LABELS = {name: field.label for name, field in FIELDS.items()}


class Newcomer(Drafted):
    """Somebody at the customer who was not on record."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    part = forms.ChoiceField(
        label=gettext_lazy("Part"),
        choices=[("", gettext_lazy("not known")), *Contact.Part.choices],
        required=False,
    )
    title = forms.CharField(label=gettext_lazy("Position"), max_length=120, required=False)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Open one place of the picture, or keep who stands there."""

    def beside(row: Row) -> dict[str, Any]:
        drawn = picture(row)
        return {"panel": drawn, "node": drawn.node(name)}

    return in_place(request, FRAMED, number, name, fragment=FRAGMENT, beside=beside)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def newcomer(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Add somebody to the customer’s people, and put them into this place of the picture."""
    reader = reader_of(request.actor, number, write=True)
    if name not in ROLES:
        raise NotFound(f"place {name} of a case")
    account = account_for(request.actor, reader.case.account_id, write=True)
    key = f"case-newcomer:{reader.case.pk}:{name.replace('_', '-')}"
    unsent = begun(Newcomer, key, drafting.of(request.actor, key))
    form: Drafted = unsent
    if request.method == "POST":
        form = Newcomer(request.POST).instead_of(unsent)
        if form.is_valid():
            try:
                with transaction.atomic(), sending(request.actor, key):
                    contact = contacting.add(account, form.cleaned_data, by=request.actor)
                    who = {name: str(contacting.record_of(contact))}
                    change = framing.frame(reader.case, who, by=request.actor)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                said = _("%(name)s is noted among the people of the customer, and here.")
                undo = "" if reader.case.is_confidential else _undo(number, change.sequence)
                toasts.say(request, said % {"name": contact.name}, undo=undo)
                return redirect(_back(number, reader.case.pk, name))
    page = {"case": reader.case, "reader": reader, "form": form, "label": LABELS[name], "name": name}
    page["back"] = _back(number, reader.case.pk, name)
    status = 422 if form.is_bound else 200
    return render(request, "cases/understanding/newcomer.html", page, status=status)


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one’s own change back, or say who changed it since."""
    case = reader_of(request.actor, number, write=True).case
    try:
        change = framing.take_back(case, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
        return redirect(f"{reverse('case', args=[number])}#panel-framing")
    again = _undo(number, change.sequence) if change else ""
    toasts.say(request, _("Taken back. It stands as before."), undo=again)
    return redirect(_back(number, case.pk, next(iter(change.fields), "asked_by")))


def _undo(number: int, sequence: int | None) -> str:
    return reverse("case-framing-withdrawal", args=[number, sequence]) if sequence else ""


def _back(number: int, row: int, name: str) -> str:
    return f"{reverse('case', args=[number])}#framed-{row}-{name}"
