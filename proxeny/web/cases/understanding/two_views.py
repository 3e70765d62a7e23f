"""The two views: given, changed by two at once, taken back, and put into the reply."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.cases import answering_views, handing_over
from proxeny.cases.briefing import reply
from proxeny.cases.briefing.facts import gathered
from proxeny.cases.fields import OF_VIEWS
from proxeny.cases.models import Audience, Side
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.understanding.panel_page import back, back_address, opened
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of

FORM = "cases/understanding/_view_form.html"
LABELS = {
    "answer": gettext_lazy("Answer"),
    "hidden_bug": gettext_lazy("May touch a hidden bug"),
    "data_accuracy": gettext_lazy("May harm the data"),
    "clumsier": gettext_lazy("Makes work clumsier"),
}
HELP = {
    Side.BUSINESS: gettext_lazy("How it can be done at once, as they work. The reply leads with it."),
    Side.PRODUCT: gettext_lazy("Why the product is as it is, in words the customer understands."),
}


def _lines(name: str, rows: int, **more: object) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=LABELS[name], max_length=8000, widget=widget, **more)  # type: ignore[arg-type]


class Given(Drafted):
    """An answer with its three risks."""

    answer = _lines("answer", 3)
    hidden_bug = _lines("hidden_bug", 1, required=False)
    data_accuracy = _lines("data_accuracy", 1, required=False)
    clumsier = _lines("clumsier", 1, required=False)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def view(request: StaffRequest, number: int, side: str) -> HttpResponse:
    """Show the form of one side, or keep what it says."""
    reader, which = _asked(request, number, side)
    row = answering_views.view_of(reader.case, which)
    now = {name: one.text(row) for name, one in OF_VIEWS.items()}
    key = f"case-view:{reader.case.pk}:{which.value}"
    draft = drafting.of(request.actor, key)
    unsent = begun(Given, key, draft, initial=now)
    unsent.fields["answer"].help_text = HELP[which]
    form: Drafted = unsent
    # A draft was begun on what stood there then: only that tells whether somebody else has written meanwhile.
    seen = {
        name: str((draft.content if draft else {}).get(f"seen-{name}", text)) for name, text in now.items()
    }
    if request.method == "POST":
        wanted, seen = conflicts.sent(request.POST, OF_VIEWS)
        form = Given({**now, **wanted}).instead_of(unsent)
        if form.is_valid():
            try:
                with sending(request.actor, key):
                    change = answering_views.give(reader.case, which, wanted, by=request.actor, seen=seen)
            except ValidationError as error:
                for name, said in error.message_dict.items():
                    form.add_error(name, said)
            except Conflict as conflict:
                return _clash(request, reader, which, conflict, seen)
            else:
                return _kept(request, reader, which, change.sequence)
    more = {"form": form, "side": which, "seen": seen}
    status = 422 if form.is_bound else 200
    return opened(request, reader, FORM, title=which.label, status=status, **more)


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int, side: str, sequence: int) -> HttpResponse:
    """Take one’s own change back, or say who changed it since."""
    reader, which = _asked(request, number, side)
    try:
        change = answering_views.take_back(reader.case, which, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
    else:
        again = _undo(reader, which, change.sequence)
        toasts.say(request, _("Taken back. It stands as before."), undo=again)
    return back(reader, "views")


@writers_of(Area.INSIDE)
@require_POST
def into_reply(request: StaffRequest, number: int) -> HttpResponse:
    """Append both views to the reply that is being written: the business view first, then why, then what to look out for."""
    reader = reader_of(request.actor, number, write=True)
    facts = gathered(reader.case)
    text = reply(facts.business, facts.product)
    if not text:
        toasts.say(request, _("There is no view yet to put into the reply."))
        return back(reader, "views")
    return handed(request, reader, Audience.CUSTOMER, text)


def handed(request: StaffRequest, reader: Reader, audience: Audience, text: str) -> HttpResponse:
    """Append the text to the composer’s draft for that audience, and lead there."""
    try:
        handing_over.append(reader.case, audience, text, by=request.actor)
    except drafting.TooMuch:
        toasts.say(request, _("Not put there: it is longer than a draft may be."))
        return redirect("case", reader.case.number)
    toasts.say(request, _("It stands in the draft. Read it once more; nothing was sent."))
    return redirect(f"{reverse('case', args=[reader.case.number])}?to={audience.value}#composer")


def _asked(request: StaffRequest, number: int, side: str) -> tuple[Reader, Side]:
    if side not in Side.values:
        raise NotFound(side)
    return reader_of(request.actor, number, write=True), Side(side)


def _undo(reader: Reader, side: Side, sequence: int | None) -> str:
    if sequence is None or reader.case.is_confidential:
        return ""
    return reverse("case-view-withdrawal", args=[reader.case.number, side.value, sequence])


def _kept(request: StaffRequest, reader: Reader, side: Side, sequence: int | None) -> HttpResponse:
    text = _("%(label)s is kept.") if sequence else _("%(label)s stays as it is.")
    toasts.say(request, text % {"label": side.label}, undo=_undo(reader, side, sequence))
    return back(reader, "views")


def _clash(
    request: StaffRequest, reader: Reader, side: Side, conflict: Conflict, seen: dict[str, str]
) -> HttpResponse:
    asked = conflicts.shown(
        conflict,
        seen,
        labels={name: str(label) for name, label in LABELS.items()},
        say=lambda _field, text: text,
        address=reverse("case-view", args=[reader.case.number, side.value]),
        back=back_address(reader.case.number, "views"),
    )
    title = _("Somebody else has changed it meanwhile")
    return opened(request, reader, "components/conflict.html", title=title, status=422, conflict=asked)
