"""What kind of matter it is and what it comes from: said, with a reason from the second time on, and taken back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.merging import Conflict
from proxeny.cases import classifying
from proxeny.cases.classifying import VALUES, Of
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.understanding.panel_page import back, back_address, opened
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.policy import StaffRequest, writers_of

LABELS = {Of.KIND: gettext_lazy("Kind"), Of.CAUSE: gettext_lazy("Cause")}
FORM = "cases/understanding/_classification_form.html"


class Named(Drafted):
    """One of a few words, and why it is another than before."""

    value = forms.ChoiceField()
    reason = forms.CharField(
        label=gettext_lazy("Why it is something else now"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, of: Of, stands: str, **more: Any) -> None:
        super().__init__(*args, **more)
        first = [] if stands else [("", "—")]
        self.fields["value"].choices = [*first, *VALUES[of].choices]  # type: ignore[attr-defined]
        self.fields["value"].label = LABELS[of]
        if not stands:
            del self.fields["reason"]


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def classify(request: StaffRequest, number: int, of: str) -> HttpResponse:
    """Show the words there are, or keep the one that was chosen."""
    reader, which = _asked(request, number, of)
    stands = str(getattr(reader.case, which.value))
    key = f"case-{which.value}:{reader.case.pk}"
    begins = {"value": _suggested(request, which) or stands}
    unsent = begun(Named, key, drafting.of(request.actor, key), initial=begins, of=which, stands=stands)
    form: Drafted = unsent
    if request.method == "POST":
        sent, seen = conflicts.sent(request.POST, [which.value])
        value = sent.get(which.value) or request.POST.get("value", "")
        filled = {"value": value, "reason": request.POST.get("reason", "")}
        form = Named(filled, of=which, stands=stands).instead_of(unsent)
        if form.is_valid():
            reason = form.cleaned_data.get("reason", "")
            try:
                with sending(request.actor, key):
                    made = classifying.classify(
                        reader.case, which, value, by=request.actor, reason=reason, seen=seen.get(which.value)
                    )
            except ValidationError as error:
                for name, said in error.message_dict.items():
                    form.add_error(name if name in form.fields else None, said)
            except Conflict as conflict:
                return _clash(request, reader, which, conflict, seen)
            else:
                return _kept(request, reader, which, changed=made is not None)
    more = {"form": form, "of": which.value, "stands": stands}
    status = 422 if form.is_bound else 200
    return opened(request, reader, FORM, title=LABELS[which], status=status, **more)


def _suggested(request: StaffRequest, which: Of) -> str:
    """Return the word that a link to the form proposes, as a look-alike does; nothing is set until a person keeps it."""
    asked = request.GET.get("value", "")
    return asked if asked in VALUES[which].values else ""


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int, of: str) -> HttpResponse:
    """Let stand again what was held before."""
    reader, which = _asked(request, number, of)
    if classifying.take_back(reader.case, which, by=request.actor):
        toasts.say(request, _("Taken back. It stands as before."))
    else:
        toasts.say(request, _("Somebody else has spoken since. It was left as it is."))
    return back(reader, "matter")


def _asked(request: StaffRequest, number: int, of: str) -> tuple[Reader, Of]:
    if of not in Of.values:
        raise NotFound(of)
    return reader_of(request.actor, number, write=True), Of(of)


def _kept(request: StaffRequest, reader: Reader, of: Of, *, changed: bool) -> HttpResponse:
    label = str(LABELS[of])
    if changed:
        undo = reverse("case-classification-withdrawal", args=[reader.case.number, of.value])
        toasts.say(request, _("%(label)s is kept.") % {"label": label}, undo=undo)
    else:
        toasts.say(request, _("%(label)s stays as it is.") % {"label": label})
    return back(reader, "matter")


def _clash(
    request: StaffRequest, reader: Reader, of: Of, conflict: Conflict, seen: dict[str, str]
) -> HttpResponse:
    words = dict(VALUES[of].choices)
    asked = conflicts.shown(
        conflict,
        seen,
        labels={of.value: str(LABELS[of])},
        say=lambda _field, text: str(words.get(text, text)),
        address=reverse("case-classification", args=[reader.case.number, of.value]),
        back=back_address(reader.case.number, "matter"),
        closed=[of.value],
    )
    title = _("Somebody else has changed it meanwhile")
    return opened(request, reader, "components/conflict.html", title=title, status=422, conflict=asked)
