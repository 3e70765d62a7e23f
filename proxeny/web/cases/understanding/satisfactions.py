"""What would satisfy whom: written down, said in other words, met by the customer’s word, removed; each can be taken back."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.merging import Conflict
from proxeny.cases import satisfying
from proxeny.cases.models import Satisfaction
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.understanding import people
from proxeny.web.cases.understanding.panel_page import back, back_address, opened
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.policy import StaffRequest, writers_of

FORM = "cases/understanding/_satisfaction_form.html"


class When(Drafted):
    """What would satisfy somebody."""

    when = forms.CharField(
        label=gettext_lazy("Satisfied when"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("What would have to be there, so that one can see it."),
    )


class Word(Drafted):
    """What the customer said."""

    word = forms.CharField(
        label=gettext_lazy("What they said to it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("In their words. Without them it stays open."),
    )


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest, number: int) -> HttpResponse:
    """Write down what would satisfy somebody (`of`: contact:3, nothing for the customer as a whole)."""
    reader = reader_of(request.actor, number, write=True)
    who = str(request.GET.get("of", ""))
    name = people.name_of(who, reader.case) if who else reader.case.account.name
    key = f"case-satisfied:{reader.case.pk}:{who.removeprefix('contact:') or 'all'}"
    form = _begun(request, When, key)
    if request.method == "POST" and form.is_valid():
        try:
            with sending(request.actor, key):
                made = satisfying.say(reader.case, form.cleaned_data["when"], by=request.actor, contact=who)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            undo = reverse("case-satisfaction-removal", args=[made.pk])
            toasts.say(request, _("Noted what would satisfy %(name)s.") % {"name": name}, undo=undo)
            return back(reader, "framing")
    return _shown(request, reader, form, _("Satisfied when"), name)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, number: int) -> HttpResponse:
    """Say it in other words."""
    row, reader = _loaded(request, number)
    seen = str(request.POST.get("seen-when", row.when))
    if request.method == "POST":
        wanted, asked = conflicts.sent(request.POST, ["when"])
        form = When({"when": wanted.get("when", "")})
        if form.is_valid():
            try:
                change = satisfying.reword(row, wanted, by=request.actor, seen=asked)
            except Conflict as conflict:
                return _clash(request, reader, row, conflict, asked)
            said = _("Kept in other words.") if change else _("It stays as it is.")
            toasts.say(request, said)
            return back(reader, "framing")
    else:
        form = When(initial={"when": row.when})
    return _shown(request, reader, form, _("Satisfied when"), _of(row), satisfaction=row, seen=seen)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def meet(request: StaffRequest, number: int) -> HttpResponse:
    """Note, with the customer’s word, that it is met."""
    row, reader = _loaded(request, number)
    key = f"case-met:{row.pk}"
    form = _begun(request, Word, key)
    if request.method == "POST" and form.is_valid():
        with sending(request.actor, key):
            satisfying.meet(row, form.cleaned_data["word"], by=request.actor)
        undo = reverse("case-satisfaction-reopening", args=[row.pk])
        toasts.say(request, _("Met, by the word of the customer."), undo=undo)
        return back(reader, "framing")
    return _shown(request, reader, form, _("Met, by their word"), _of(row), satisfaction=row, is_meeting=True)


@writers_of(Area.INSIDE)
@require_POST
def reopen(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that it is met."""
    row, reader = _loaded(request, number)
    satisfying.unmeet(row, by=request.actor)
    toasts.say(request, _("Open again: it is not met yet."))
    return back(reader, "framing")


@writers_of(Area.INSIDE)
@require_POST
def remove(request: StaffRequest, number: int) -> HttpResponse:
    """Remove it; the way back writes it down again."""
    row, reader = _loaded(request, number)
    satisfying.drop(row, by=request.actor)
    toasts.say(request, _("Removed. What it said stays in the ledger."))
    return back(reader, "framing")


def _loaded(request: StaffRequest, number: int) -> tuple[Satisfaction, Reader]:
    row = satisfying.satisfaction_for(request.actor, number)
    return row, reader_of(request.actor, row.case.number, write=True)


def _begun(request: StaffRequest, kind: type[Drafted], key: str) -> Drafted:
    unsent = begun(kind, key, drafting.of(request.actor, key))
    return kind(request.POST).instead_of(unsent) if request.method == "POST" else unsent


def _of(row: Satisfaction) -> str:
    return row.contact.name if row.contact else row.case.account.name


def _shown(
    request: StaffRequest, reader: Reader, form: Drafted, title: str, name: str, **more: object
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    given = {"form": form, "name": name, **more}
    return opened(request, reader, FORM, title=title, status=status, **given)


def _clash(
    request: StaffRequest, reader: Reader, row: Satisfaction, conflict: Conflict, seen: dict[str, str]
) -> HttpResponse:
    asked = conflicts.shown(
        conflict,
        seen,
        labels={"when": _("Satisfied when")},
        say=lambda _field, text: text,
        address=reverse("case-satisfaction", args=[row.pk]),
        back=back_address(reader.case.number, "framing"),
    )
    title = _("Somebody else has changed it meanwhile")
    return opened(request, reader, "components/conflict.html", title=title, status=422, conflict=asked)
