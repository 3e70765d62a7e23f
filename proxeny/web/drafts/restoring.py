"""Putting a draft away, and bringing it back."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.desk import drafting
from proxeny.web import toasts
from proxeny.web.forms.returning import back_to
from proxeny.web.policy import StaffRequest, colleagues


@colleagues
@require_POST
def discard(request: StaffRequest, key: str) -> HttpResponse:
    """Put the draft away and show the form without it."""
    back = back_to(request)
    if drafting.discard(request.actor, key):
        undo = f"{reverse('draft-restore', args=[key])}?{urlencode({'next': back})}"
        toasts.say(request, _("The draft is put away."), undo=undo)
    return redirect(back)


@colleagues
@require_POST
def restore(request: StaffRequest, key: str) -> HttpResponse:
    """Bring back what was put away."""
    if drafting.restore(request.actor, key):
        toasts.say(request, _("The draft is back."))
    else:
        toasts.say(request, _("There is nothing left to bring back: it was sent, or put away long ago."))
    return redirect(back_to(request))
