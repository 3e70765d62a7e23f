"""What else can be done with a talk: nothing matters, ask for it, it did not take place; and taking each back."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.accounts.talks import access, asking, calling_off, saying
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.TALKS)
@require_POST
def nothing(request: StaffRequest, number: int) -> HttpResponse:
    """State that nothing of the talk matters for service."""
    try:
        saying.nothing(access.talk_to_tell_of(request.actor, number), by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=30)
    else:
        undo = reverse("talk-nothing-withdrawal", args=[number])
        toasts.say(request, _("Noted: nothing of it matters for service."), undo=undo)
    return redirect("talk", number)


@writers_of(Area.TALKS)
@require_POST
def something_after_all(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that nothing matters."""
    saying.something_after_all(access.talk_to_tell_of(request.actor, number), by=request.actor)
    toasts.say(request, _("Taken back. What was said is owed again."))
    return redirect("talk", number)


@writers_of(Area.TALKS)
@require_POST
def take_back_point(request: StaffRequest, number: int) -> HttpResponse:
    """Take back one's own point."""
    point = access.point_for(request.actor, number)
    if saying.take_back(point.talk, number, by=request.actor):
        toasts.say(request, _("Taken back."))
    else:
        toasts.say(request, _("Something was made of it since. It was left as it is."), level=30)
    return redirect("talk", point.talk_id)


@writers_of(Area.TALKS)
@require_POST
def ask(request: StaffRequest, number: int) -> HttpResponse:
    """Ask who held it to pass on what was said."""
    talk = access.talk_for(request.actor, number, write=True)
    asking.ask(talk, words=request.POST.get("words", "")[:1000], by=request.actor)
    toasts.say(request, _("%(who)s was asked.") % {"who": talk.held_by.name})
    return redirect("talk", number)


@writers_of(Area.TALKS)
@require_POST
def call_off(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it did not take place."""
    try:
        calling_off.call_off(access.talk_for(request.actor, number, write=True), by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=30)
    else:
        undo = reverse("talk-calling-off-withdrawal", args=[number])
        toasts.say(request, _("Noted: it did not take place. Nothing is owed of it."), undo=undo)
    return redirect("talk", number)


@writers_of(Area.TALKS)
@require_POST
def hold(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that it did not take place."""
    calling_off.hold(access.talk_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It took place."))
    return redirect("talk", number)
