"""Waiting for the customer, and going on."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import waiting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.course import acting
from proxeny.web.cases.course.forms import WaitForm
from proxeny.web.cases.reader import reader_of
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def wait(request: StaffRequest, number: int) -> HttpResponse:
    """Wait for the customer from now on."""
    reader = reader_of(request.actor, number, write=True)
    if request.method != "POST":
        return acting.opened(request, reader, acting.blank(reader, WaitForm, "wait"), "wait")
    form = acting.filled(request, reader, WaitForm, "wait")
    return acting.kept(
        request,
        reader,
        form,
        "wait",
        lambda: waiting.wait(reader.case, why=form.cleaned_data["why"], by=request.actor),
        _("The clocks rest until the customer answers."),
        lambda _made: reverse("case-wait-end", args=[number]),
    )


@writers_of(Area.INSIDE)
@require_POST
def go_on(request: StaffRequest, number: int) -> HttpResponse:
    """Go on without the customer's answer."""
    reader = reader_of(request.actor, number, write=True)
    waiting.stop_waiting(reader.case, by=request.actor)
    toasts.say(request, _("The clocks run again."))
    return acting.back(reader)
