"""What becomes of a request to look: granted, refused, taken back, ended."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.accounts.glass import access, asking, deciding, ending
from proxeny.identity.access import NotFound
from proxeny.identity.admitting import may_decide
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.refusing import refuse as put_beside
from proxeny.web.glass.forms import GrantForm, RefusalForm
from proxeny.web.glass.show import page
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.INSIDE)
@require_POST
def approve(request: StaffRequest, number: int) -> HttpResponse:
    """Let them look, for the hours that were sent."""
    one = access.admission_for(request.actor, number)
    form = GrantForm(request.POST)
    if not may_decide(request.actor):
        raise NotFound(str(one.record))
    if form.is_valid():
        try:
            deciding.grant(one, hours=form.cleaned_data["hours"], by=request.actor)
        except ValidationError as error:
            put_beside(form, error)
        else:
            toasts.say(request, _("Granted. Who speaks for the customer was told, and who asked."))
            return redirect("glass-admission", number)
    return page(request, one, grant=form)


@readers_of(Area.INSIDE)
@require_POST
def refuse(request: StaffRequest, number: int) -> HttpResponse:
    """Refuse it, with a reason."""
    one = access.admission_for(request.actor, number)
    form = RefusalForm(request.POST)
    if not may_decide(request.actor):
        raise NotFound(str(one.record))
    if form.is_valid():
        try:
            deciding.refuse(one, reason=form.cleaned_data["reason"], by=request.actor)
        except ValidationError as error:
            put_beside(form, error)
        else:
            toasts.say(request, _("Refused. Who asked was told why."))
            return redirect("glass-admission", number)
    return page(request, one, refusal=form)


@readers_of(Area.INSIDE)
@require_POST
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Take one's own request back."""
    one = access.admission_for(request.actor, number)
    if one.asked_by_id != request.actor.staff_id:
        raise NotFound(str(one.record))
    if asking.withdraw(one, by=request.actor):
        toasts.say(request, _("Taken back. Nobody has to decide it."))
    return redirect("glass-admission", number)


@readers_of(Area.INSIDE)
@require_POST
def end(request: StaffRequest, number: int) -> HttpResponse:
    """End it before its hours are over."""
    if ending.end(access.admission_for(request.actor, number), by=request.actor):
        toasts.say(request, _("Ended. It holds from the next click on."))
    return redirect("glass-admission", number)
