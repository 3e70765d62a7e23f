"""Sending an order out of a case, with a look at what the team will see."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.desk import drafting
from proxeny.dispatch import sending
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import begun
from proxeny.web.forms.drafted import sending as forgetting
from proxeny.web.forms.refusing import refuse
from proxeny.web.orders import clocks
from proxeny.web.orders.sending_form import SendForm
from proxeny.web.orders.suggesting import choice
from proxeny.web.policy import StaffRequest, writers_of

REFERENCE = re.compile(r"[a-z]{1,20}:\d{1,18}", re.ASCII)
BROUGHT = ("wanted", "symptom", "product", "module", "team", "is_urgent")


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form of an order out of the case that the address names (`?case=`), or send what was filled in."""
    case = _case(request)
    form = _form(request, case)
    if request.method != "POST":
        return _page(request, case, form)
    if "look" in request.POST:
        return _page(request, case, form.instead_of(_blank(request, case)))
    if form.is_valid():
        said = form.cleaned_data
        try:
            with forgetting(request.actor, _key(case)):
                order = sending.send(
                    case, team=said["team"], wanted=said["wanted"], facts=said["facts"], by=request.actor,
                    about=form.about(_follows_from(request)),
                    is_urgent=said["is_urgent"], wanted_by=said["wanted_by"],
                )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Sent to %(team)s. The team sees it now.") % {"team": order.team.name})
            return redirect("order", order.number)
    return _page(request, case, form.instead_of(_blank(request, case)), status=422)


@writers_of(Area.INSIDE)
@require_POST
def preview(request: StaffRequest) -> HttpResponse:
    """Show what the team will see of what is filled in by now."""
    case = _case(request)
    form = _form(request, case)
    return render(request, "orders/_preview.html", {"look": _look(case, form)})


def _page(request: StaffRequest, case: Case, form: SendForm, *, status: int = 200) -> HttpResponse:
    chosen = choice(form.values(), case.title)
    context = {
        "case": case,
        "form": form,
        "choice": chosen,
        "look": _look(case, form, chosen.chosen),
        "address": request.get_full_path(),
        "is_part": bool(request.htmx),  # type: ignore[attr-defined]
    }
    template = "orders/_send.html" if context["is_part"] else "orders/new.html"
    return render(request, template, context, status=status)


def _look(case: Case, form: SendForm, team: int | None = None) -> dict[str, Any]:
    """What the team will see, and by when its targets have it."""
    typed = str(form["team"].value() or "")
    asked = team or (int(typed) if typed.isascii() and typed.isdigit() else None)
    return {
        "wanted": str(form["wanted"].value() or "").strip(),
        "is_urgent": bool(form["is_urgent"].value()),
        "facts": form.going(),
        "targets": clocks.usual(asked, case.severity),
    }


def _form(request: StaffRequest, case: Case) -> SendForm:
    if request.method == "POST":
        return SendForm(request.POST, actor=request.actor, case=case)
    return _blank(request, case)


def _blank(request: StaffRequest, case: Case) -> SendForm:
    initial = {name: request.GET[name] for name in BROUGHT if name in request.GET}
    key = _key(case)
    draft = drafting.of(request.actor, key)
    return begun(SendForm, key, draft, initial=initial, actor=request.actor, case=case)


def _key(case: Case) -> str:
    return f"order:case:{case.pk}"


def _follows_from(request: StaffRequest) -> str:
    """The reference of what the order follows from, as the address brings it (`?about=defect:12`)."""
    brought = request.GET.get("about", "")
    return brought if REFERENCE.fullmatch(brought) else ""


def _case(request: StaffRequest) -> Case:
    number = request.GET.get("case", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise NotFound(f"case number {number}")
    return cases.case_for(request.actor, int(number), write=True)
