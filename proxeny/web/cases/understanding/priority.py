"""The priority by a person’s word against the rule, lifted again, and both taken back."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import overriding
from proxeny.cases.models import Priority
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.understanding.panel_page import back, opened
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.policy import StaffRequest, writers_of

FORM = "cases/understanding/_priority_form.html"


class Override(Drafted):
    """A priority against the rule, and why."""

    priority = forms.TypedChoiceField(
        label=gettext_lazy("Priority"), choices=Priority.choices, coerce=int, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Why the rule does not fit here"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def override(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form, or set the priority against the rule."""
    reader = reader_of(request.actor, number, write=True)
    key = f"case-priority:{reader.case.pk}"
    unsent = begun(Override, key, drafting.of(request.actor, key), initial={"priority": reader.case.priority})
    form: Drafted = unsent
    if request.method == "POST":
        form = Override(request.POST).instead_of(unsent)
        if form.is_valid():
            wanted = Priority(form.cleaned_data["priority"])
            try:
                with sending(request.actor, key):
                    reason = form.cleaned_data["reason"]
                    overriding.override(reader.case, wanted, reason=reason, by=request.actor)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                undo = reverse("case-priority-undoing", args=[number])
                said = _("%(priority)s by your word. It stands until it is lifted.")
                toasts.say(request, said % {"priority": wanted.label}, undo=undo)
                return back(reader, "priority")
    more = {"form": form, "priorities": Priority.choices}
    more["chosen"] = str(form["priority"].value())
    status = 422 if form.is_bound else 200
    return opened(request, reader, FORM, title=_("Priority against the rule"), status=status, **more)


@writers_of(Area.INSIDE)
@require_POST
def undo(request: StaffRequest, number: int) -> HttpResponse:
    """Take one’s own override back."""
    reader = reader_of(request.actor, number, write=True)
    if overriding.take_back(reader.case, by=request.actor):
        toasts.say(request, _("Taken back. It stands as before."))
    else:
        toasts.say(request, _("Somebody else has set or lifted it since. It was left as it is."))
    return back(reader, "priority")


@writers_of(Area.INSIDE)
@require_POST
def lift(request: StaffRequest, number: int) -> HttpResponse:
    """Let the rule decide again."""
    reader = reader_of(request.actor, number, write=True)
    overriding.lift(reader.case, by=request.actor)
    toasts.say(
        request, _("The rule decides again."), undo=reverse("case-priority-restoration", args=[number])
    )
    return back(reader, "priority")


@writers_of(Area.INSIDE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Let the override that was lifted last stand again."""
    reader = reader_of(request.actor, number, write=True)
    if overriding.restore(reader.case, by=request.actor):
        toasts.say(request, _("It stands again."))
    return back(reader, "priority")
