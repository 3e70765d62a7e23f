"""Passing steps, and going back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import stepping
from proxeny.cases.models import STEPS, Step
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.course import acting
from proxeny.web.cases.course.forms import Reasoned
from proxeny.web.cases.reader import reader_of
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Pass a step: at once where all is there, else with a reason."""
    reader, to = reader_of(request.actor, number, write=True), _step(name)
    more: dict[str, Any] = {"step": to, "missing": stepping.missing_for(reader.case, to)}
    if request.method != "POST":
        return acting.opened(request, reader, acting.blank(reader, Reasoned, "step"), "step", **more)
    form = acting.filled(request, reader, Reasoned, "step")

    def act() -> None:
        stepping.pass_step(reader.case, to, by=request.actor, reason=form.cleaned_data["reason"])

    said = _("The case is closed.") if to == Step.LEARNED else _("Passed: %(step)s.") % {"step": to.label}
    undo = reverse("case-step-undo", args=[number, to.value])
    return acting.kept(request, reader, form, "step", act, said, lambda _made: undo, step=to)


@writers_of(Area.INSIDE)
@require_POST
def undo(request: StaffRequest, number: int, name: str) -> HttpResponse:
    """Go back before a step."""
    reader = reader_of(request.actor, number, write=True)
    stepping.unpass(reader.case, _step(name), by=request.actor)
    toasts.say(request, _("Taken back."))
    return redirect("case", number)


def _step(name: str) -> Step:
    if name not in {one.value for one in STEPS}:
        raise NotFound(f"step {name}")
    return Step(name)
