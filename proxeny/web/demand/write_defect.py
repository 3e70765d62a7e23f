"""Noting a defect, changing what is known of it, saying what became of it; each can be taken back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.changing import texts
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.demand import access, fixing, recording
from proxeny.demand.fields import FIELDS
from proxeny.demand.models import Defect
from proxeny.desk import drafting as desk
from proxeny.web import toasts
from proxeny.web.demand.forms import LABELS, DefectForm, SettleForm
from proxeny.web.demand.policies import writers_of_defects
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest

BROUGHT = tuple(LABELS)
FIXED = (
    gettext_lazy("Note it as fixed"),
    gettext_lazy("With which version or change"),
    fixing.fix,
    "fixed_in",
)
DECLINED = (gettext_lazy("It will not be fixed"), gettext_lazy("Why not"), fixing.decline, "reason")


@writers_of_defects
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings (`case=12` links the case of that number), or note what was sent."""
    case = _case(request)
    key = f"defect:case:{case.pk}" if case else "defect:new"
    initial = {name: request.GET[name] for name in BROUGHT if name in request.GET}
    unsent = begun(DefectForm, key, desk.of(request.actor, key), initial=initial)
    if request.method != "POST":
        return _page(request, unsent, case=case)
    form = DefectForm(request.POST).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                defect = recording.open_defect(**form.cleaned_data, found_in=case, by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Noted. It is shown beside cases that look like it."))
            return redirect("defect", defect.pk)
    return _page(request, form, case=case, status=422)


@writers_of_defects
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form with what stands there, or keep what was sent."""
    defect = access.defect_for(request.actor, number, write=True)
    key, standing = f"defect:{number}", texts(FIELDS, defect)
    unsent = begun(DefectForm, key, desk.of(request.actor, key), initial=standing)
    if request.method != "POST":
        return _page(request, unsent, defect, seen=standing)
    wanted, seen = conflicts.sent(request.POST, FIELDS)
    form = DefectForm({**standing, **wanted}).instead_of(unsent)
    if not form.is_valid():
        return _page(request, form, defect, seen={**standing, **seen}, status=422)
    try:
        with sending(request.actor, key):
            made = recording.change(defect, wanted, by=request.actor, seen=seen)
    except ValidationError as error:
        refuse(form, error)
        return _page(request, form, defect, seen={**standing, **seen}, status=422)
    except Conflict as conflict:
        return _page(request, form, defect, conflict=_asked(request, defect, conflict, seen), status=422)
    undo = reverse("defect-change-withdrawal", args=[number, made.sequence]) if made else ""
    said = _("Kept, and on record.") if made else _("It was so already; nothing was changed.")
    toasts.say(request, said, undo=undo)
    return redirect("defect", number)


@writers_of_defects
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one's own change back, or say who changed it since."""
    defect = access.defect_for(request.actor, number, write=True)
    try:
        recording.take_back(defect, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
    else:
        toasts.say(request, _("Taken back. It stands as before."))
    return redirect("defect", number)


@writers_of_defects
@require_http_methods(["GET", "HEAD", "POST"])
def fix(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it is fixed."""
    return _settle(request, number, "fix", *FIXED)


@writers_of_defects
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it will not be fixed."""
    return _settle(request, number, "decline", *DECLINED)


@writers_of_defects
@require_POST
def reopen(request: StaffRequest, number: int) -> HttpResponse:
    """Open it again."""
    fixing.reopen(access.defect_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("It is open again."))
    return redirect("defect", number)


def _settle(
    request: StaffRequest, number: int, name: str, title: Any, label: Any, do: Any, told: str
) -> HttpResponse:
    defect = access.defect_for(request.actor, number, write=True)
    key = f"defect:{name}:{number}"
    unsent = begun(SettleForm, key, desk.of(request.actor, key), label=label)
    form = unsent if request.method != "POST" else SettleForm(request.POST, label=label).instead_of(unsent)
    if request.method == "POST" and form.is_valid():
        try:
            with sending(request.actor, key):
                do(defect, by=request.actor, **{told: form.cleaned_data["said"]})
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Noted, and on record."), undo=reverse("defect-reopening", args=[number]))
            return redirect("defect", number)
    context = {"defect": defect, "form": form, "title": title}
    return render(request, "demand/settle_defect.html", context, status=422 if form.is_bound else 200)


def _case(request: StaffRequest) -> Case | None:
    """The case of the number in the address, if the actor may change it."""
    number = request.GET.get("case", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return cases.case_for(request.actor, int(number), write=True)


def _asked(
    request: StaffRequest, defect: Defect, conflict: Conflict, seen: dict[str, str]
) -> conflicts.Shown:
    return conflicts.shown(
        conflict,
        seen,
        labels={name: str(label) for name, label in LABELS.items()},
        say=lambda _name, text: text,
        address=request.path,
        back=reverse("defect", args=[defect.pk]),
    )


def _page(
    request: StaffRequest,
    form: DefectForm,
    defect: Defect | None = None,
    *,
    seen: dict[str, str] | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {"form": form, "defect": defect, "seen": (seen or {}).items(), **more}
    return render(request, "demand/write_defect.html", context, status=status)
