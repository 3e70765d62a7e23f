"""One talk: with whom, when, what was said that matters for service, and what was made of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.accounts.models import Talk, TalkPoint
from proxeny.accounts.talks import access, saying
from proxeny.accounts.talks.standing import State, due_on, state_of
from proxeny.core import clock
from proxeny.core.calendar import work_calendar
from proxeny.desk import drafting, visiting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.accounts.seeing import sight
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.leading import addresses
from proxeny.web.ledger import confided
from proxeny.web.ledger.sentences import said
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.talks.forms import PointForm

OWED = (State.LATE, State.OWED)


@readers_of(Area.TALKS)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the talk to who may see it; or pass on the point that was sent."""
    key = f"talk:point:{number}"
    unsent = begun(PointForm, key, drafting.of(request.actor, key))
    if request.method != "POST":
        talk = access.talk_for(request.actor, number)
        visiting.note(talk.record, by=request.actor)
        return render(request, "talks/show.html", _context(request, talk, unsent))
    talk = access.talk_to_tell_of(request.actor, number)
    form = PointForm(request.POST).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                point = saying.say(talk, by=request.actor, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            undo = reverse("talk-point-withdrawal", args=[point.pk])
            toasts.say(request, _said(talk), undo=undo)
            return redirect("talk", number)
    return render(request, "talks/show.html", _context(request, talk, form), status=422)


def _said(talk: Talk) -> str:
    if talk.account.spokesperson is None:
        return _("Passed on. Nobody speaks for this customer yet; it stands on its page.")
    return _("Passed on to %(who)s.") % {"who": talk.account.spokesperson.name}


def _context(request: StaffRequest, talk: Talk, form: PointForm) -> dict[str, Any]:
    actor, calendar = request.actor, work_calendar()
    state = state_of(talk, clock.today(), calendar)
    may_write = access.accounts_of(actor).filter(pk=talk.account_id).exists()
    may_say = access.talks_to_tell_of(actor).filter(pk=talk.pk).exists()
    points = list(talk.points.filter(taken_back_at=None).select_related("said_by"))
    record = sight(actor, talk.account).record
    return {
        "talk": talk,
        "state": state,
        "due": due_on(talk.held_on, calendar),
        "is_owed": state in OWED,
        "points": _with_addresses(request, points),
        "form": form,
        "may_write": may_write,
        "may_say": may_say and state not in (State.PLANNED, State.CALLED_OFF),
        "may_ask": may_write and not may_say and state in OWED,
        "may_call_off": may_write and talk.synced_at is None and talk.called_off_at is None,
        "record": said(confided.about(actor, talk.record)) if record else None,
    }


def _with_addresses(request: StaffRequest, points: list[TalkPoint]) -> list[tuple[TalkPoint, str, bool]]:
    """Each point with the page of what it became, where the reader may see that, and whether it is their own."""
    found = addresses(request.actor, [one.became for one in points if one.became])
    actor = request.actor
    return [
        (one, found.get(one.became, ""), one.said_by_id == actor.staff_id and not one.became)
        for one in points
    ]
