"""Calling a case solved, opening it again, and what was learned from it."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.cases import learning, solving, stepping
from proxeny.cases.models import Learning, Step
from proxeny.identity.roles import Area
from proxeny.web.cases.course import acting
from proxeny.web.cases.course.forms import LearnForm, ReopenForm, SolveForm
from proxeny.web.cases.reader import reader_of
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def solution(request: StaffRequest, number: int) -> HttpResponse:
    """Call the case solved."""
    reader = reader_of(request.actor, number, write=True)
    if request.method != "POST":
        return acting.opened(request, reader, acting.blank(reader, SolveForm, "solve"), "solve")
    form = acting.filled(request, reader, SolveForm, "solve")

    def act() -> None:
        given = form.cleaned_data
        solving.solve(
            reader.case, how=given["how"], word=given["word"], reason=given["reason"], by=request.actor
        )

    undo = reverse("case-reopening", args=[number]) + "?undo=1"
    return acting.kept(
        request, reader, form, "solve", act, _("Solved. Its clocks stand still."), lambda _made: undo
    )


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def reopening(request: StaffRequest, number: int) -> HttpResponse:
    """Open a solved case again; without a reason, right after solving, it was a slip."""
    reader = reader_of(request.actor, number, write=True)
    if request.method != "POST":
        return acting.opened(request, reader, acting.blank(reader, ReopenForm, "reopen"), "reopen")
    form = acting.filled(request, reader, ReopenForm, "reopen")
    slip = _("called solved by mistake") if request.GET.get("undo") else ""

    def act() -> None:
        solving.reopen(reader.case, reason=form.cleaned_data["reason"] or slip, by=request.actor)

    return acting.kept(request, reader, form, "reopen", act, _("Open again. Its clocks go on."))


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def learn(request: StaffRequest, number: int) -> HttpResponse:
    """Write down what was learned, and close the case where nothing else is missing."""
    reader = reader_of(request.actor, number, write=True)
    had = Learning.objects.filter(case=reader.case).first()
    known = {name: getattr(had, name) for name in ("why", "why_so", "next_time")} if had else {}
    if request.method != "POST":
        return acting.opened(request, reader, acting.blank(reader, LearnForm, "learn", **known), "learn")
    form = acting.filled(request, reader, LearnForm, "learn")

    def act() -> None:
        learning.learn(reader.case, **form.cleaned_data, by=request.actor)
        if not stepping.missing_for(reader.case, Step.LEARNED):
            stepping.pass_step(reader.case, Step.LEARNED, by=request.actor)

    return acting.kept(
        request, reader, form, "learn", act, _("Kept: the next one can begin where this one ended.")
    )
