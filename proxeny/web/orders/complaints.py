"""Complaints to the heads of teams: what is drafted, what was sent, what was answered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proxeny.core.sentences import spoken
from proxeny.desk import drafting
from proxeny.dispatch import access, complaining, letter
from proxeny.dispatch.models import Complaint
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.orders.forms import text_field
from proxeny.web.policy import StaffRequest, readers_of, writers_of

MOST = 200


class LetterForm(Drafted):
    """The words of a complaint, free until it is sent."""

    text = text_field(gettext_lazy("What the head of the team reads"), rows=14)


class DropForm(Drafted):
    """Why it is not sent."""

    because = forms.CharField(
        label=gettext_lazy("Why it is not sent"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class AnswerForm(Drafted):
    """The head's answer."""

    text = text_field(
        gettext_lazy("Your answer"), help_text=gettext_lazy("Who solves it, and until when."), rows=4
    )


@readers_of(Area.DISPATCHED)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the complaints that the reader has a part in: those to be sent first, then those without an answer."""
    found = access.complaints(request.actor).select_related("order", "team", "to", "sent_by")
    parts = [
        (_("Drafted, not sent"), _some(found.filter(sent_at=None, dropped_at=None))),
        (_("Sent, not answered"), _some(found.filter(sent_at__isnull=False, answered_at=None))),
        (_("Answered"), _some(found.filter(answered_at__isnull=False))),
        (_("Dropped"), _some(found.filter(dropped_at__isnull=False))),
    ]
    return render(request, "orders/complaints.html", {"parts": [one for one in parts if one[1]]})


@readers_of(Area.DISPATCHED)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show one complaint: the locked facts, its words, what became of it."""
    return _page(request, access.complaint_for(request.actor, number))


@writers_of(Area.DISPATCHED)
@require_http_methods(["POST"])
def send(request: StaffRequest, number: int) -> HttpResponse:
    """Send it to the head of the team, with the words as they stand in the form."""
    one = _ours(request, number)
    form = LetterForm(request.POST)

    def act() -> str:
        sent = complaining.send(one, text=form.cleaned_data["text"], by=request.actor)
        return _("Sent to %(name)s.") % {"name": sent.to.name if sent.to else ""}

    return _done(request, one, "letter", form, act)


@writers_of(Area.DISPATCHED)
@require_POST
def drop(request: StaffRequest, number: int) -> HttpResponse:
    """Drop it, for a reason."""
    one = _ours(request, number)
    form = DropForm(request.POST)

    def act() -> str:
        complaining.drop(one, because=form.cleaned_data["because"], by=request.actor)
        return _("Dropped. That it was drafted, and why it was not sent, stays on record.")

    return _done(request, one, "dropping", form, act)


@writers_of(Area.DISPATCHED)
@require_POST
def answer(request: StaffRequest, number: int) -> HttpResponse:
    """Answer it, as the head to whom it was sent."""
    one = access.complaint_for(request.actor, number)
    if not access.may_answer(request.actor, one):
        raise NotFound(str(one.record))
    form = AnswerForm(request.POST)

    def act() -> str:
        complaining.answer(one, text=form.cleaned_data["text"], by=request.actor)
        return _("Answered. Who complained is told.")

    return _done(request, one, "answer", form, act)


def _done(request: StaffRequest, one: Complaint, which: str, form: Drafted, act: Any) -> HttpResponse:
    form.instead_of(_blank(request, one, which))
    if form.is_valid():
        try:
            with sending(request.actor, _key(one, which)):
                said = act()
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, said)
            return redirect("order-complaint", one.pk)
    return _page(request, one, {which: form}, status=422)


def _page(
    request: StaffRequest, one: Complaint, sent: dict[str, Drafted] | None = None, *, status: int = 200
) -> HttpResponse:
    is_open = one.sent_at is None and one.dropped_at is None
    may_send = is_open and access.complaints(request.actor, write=True).filter(pk=one.pk).exists()
    may_answer = one.answered_at is None and access.may_answer(request.actor, one)
    wanted = [*(("letter", "dropping") if may_send else ()), *(("answer",) if may_answer else ())]
    sent = sent or {}
    context = {
        "one": one,
        "facts": [spoken(line) for line in one.facts],
        "text": letter.text_of(one),
        "forms": {name: sent.get(name) or _blank(request, one, name) for name in wanted},
        "names_order": access.orders(request.actor).filter(pk=one.order_id).exists(),
    }
    return render(request, "orders/complaint.html", context, status=status)


KINDS: dict[str, type[Drafted]] = {"letter": LetterForm, "dropping": DropForm, "answer": AnswerForm}


def _blank(request: StaffRequest, one: Complaint, which: str) -> Drafted:
    initial = {"text": letter.text_of(one)} if which == "letter" else {}
    key = _key(one, which)
    return begun(KINDS[which], key, drafting.of(request.actor, key), initial=initial, auto_id=f"{which}-%s")


def _key(one: Complaint, which: str) -> str:
    return f"complaint:{one.pk}:{which}"


def _ours(request: StaffRequest, number: int) -> Complaint:
    one = access.complaint_for(request.actor, number)
    if not access.complaints(request.actor, write=True).filter(pk=number).exists():
        raise NotFound(str(one.record))
    return one


def _some(found: QuerySet[Complaint]) -> list[Complaint]:
    return list(found.order_by(F("drafted_at").desc(), "-pk")[:MOST])
