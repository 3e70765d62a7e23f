"""Answering what lies on the docket, and taking an answer back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.core import clock, words
from proxeny.docket import answering, reading
from proxeny.docket.access import answer_for
from proxeny.docket.models import Answer
from proxeny.docket.reading import Item
from proxeny.identity.roles import Area
from proxeny.judgement.models import Judgement
from proxeny.web import toasts
from proxeny.web.docket.board import board, opened_item
from proxeny.web.docket.forms import DismissForm, JudgeForm, Reason, SnoozeForm, draft_key
from proxeny.web.forms.drafted import sending
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.HEALTH)
@require_POST
def judge(request: StaffRequest, number: int) -> HttpResponse:
    """Answer with a judgement of the customer."""
    item, form = reading.item_for(request.actor, number, clock.today()), JudgeForm(request.POST)
    if not form.is_valid():
        return unanswered(request, item, "judge", form)
    given = form.cleaned_data
    try:
        with sending(request.actor, draft_key("judge", number)):
            answer = answering.judge(
                item,
                band=Judgement.Band(given["band"]),
                reason=given["reason"],
                forecast=form.chance,
                expires_on=given["expires_on"],
                by=request.actor,
            )
    except ValidationError as error:
        form.add_error(None, error)
        return unanswered(request, item, "judge", form)
    return answered(request, answer, _("Noted in vermilion."))


@writers_of(Area.HEALTH)
@require_POST
def snooze(request: StaffRequest, number: int) -> HttpResponse:
    """Put the matter off until a day."""
    item, form = reading.item_for(request.actor, number, clock.today()), SnoozeForm(request.POST)
    if not form.is_valid():
        return unanswered(request, item, "snooze", form)
    until, reason = form.cleaned_data["until"], form.cleaned_data["reason"]
    try:
        with sending(request.actor, draft_key("snooze", number)):
            answer = answering.snooze(item, until=until, reason=reason, by=request.actor)
    except ValidationError as error:
        form.add_error(None, error)
        return unanswered(request, item, "snooze", form)
    return answered(
        request,
        answer,
        _("Noted. It comes back on %(day)s.") % {"day": words.day(until, words.here(), today=clock.today())},
    )


@writers_of(Area.HEALTH)
@require_POST
def dismiss(request: StaffRequest, number: int) -> HttpResponse:
    """Dismiss the matter; it does not come back for the same reason."""
    item, form = reading.item_for(request.actor, number, clock.today()), DismissForm(request.POST)
    if not form.is_valid():
        return unanswered(request, item, "dismiss", form)
    with sending(request.actor, draft_key("dismiss", number)):
        answer = answering.dismiss(item, reason=form.cleaned_data["reason"], by=request.actor)
    return answered(request, answer, _("Noted. It does not come back for the same reason."))


@writers_of(Area.HEALTH)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Take an answer back; the matter lies on the docket again."""
    answer = answer_for(request.actor, number)
    answering.take_back(answer, by=request.actor)
    toasts.say(request, _("Taken back. It lies on the docket again."))
    return _docket(request, answer.matter_id)


def answered(request: StaffRequest, answer: Answer, said: str) -> HttpResponse:
    """Say what was noted, offer to take it back, and move on to the next item."""
    toasts.say(request, said, undo=reverse("answer-take-back", args=[answer.pk]))
    return _docket(request, None)


def unanswered(request: StaffRequest, item: Item, which: str, form: Reason) -> HttpResponse:
    """Show the form again with what is missing beside its field; nothing was recorded."""
    context: dict[str, Any] = opened_item(request.actor, item)
    context["forms"][which] = form.instead_of(context["forms"][which])
    context["open_form"] = which
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "docket/_unanswered.html", context, status=422)
    return render(
        request, "docket/show.html", {**board(request.actor, request.GET, item.number), **context}, status=422
    )


def _docket(request: HttpRequest, chosen: int | None) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "docket/_answered.html", board(request.actor, request.POST, chosen))  # type: ignore[attr-defined]
    return redirect("docket-item", chosen) if chosen else redirect("docket")
