"""Putting a case off until a day, and taking it up again."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import snoozing
from proxeny.core import clock
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.cases.ties.forms import SnoozeForm
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.templatetags.words import day_text


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def snooze(request: StaffRequest, number: int) -> HttpResponse:
    """Ask until when, or put it off."""
    reader = reader_of(request.actor, number, write=True)
    form = SnoozeForm(request.POST if request.method == "POST" else None)
    case, status = reader.case, 200
    if request.method == "POST":
        is_done, row = asking.done(
            form,
            lambda: snoozing.snooze(
                case, form.cleaned_data["until"], reason=form.cleaned_data["reason"], by=request.actor
            ),
        )
        if is_done:
            said = _("Put off. It comes back on %(day)s.") % {"day": day_text(row.until)}
            if case.due_at and clock.day_of(case.due_at) < row.until:
                said += " " + _("Something is due before that, on %(day)s.") % {"day": day_text(case.due_at)}
            undo = reverse("case-snooze-withdrawal", args=[number])
            return asking.back(request, number, said=said, undo=undo)
        status = 422
    note = _("Next due: %(day)s.") % {"day": day_text(case.due_at)} if case.due_at else ""
    return asking.asked(
        request, reader, form, title=_("Put the case off"), button=_("Put off"), note=note, status=status
    )


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Undo the last putting off."""
    reader = reader_of(request.actor, number, write=True)
    snoozing.take_back(reader.case, by=request.actor)
    return asking.back(request, number, said=_("It is as it was before."))


@writers_of(Area.INSIDE)
@require_POST
def wake(request: StaffRequest, number: int) -> HttpResponse:
    """Take it up again."""
    reader = reader_of(request.actor, number, write=True)
    snoozing.wake(reader.case, by=request.actor)
    undo = reverse("case-waking-withdrawal", args=[number])
    return asking.back(request, number, said=_("It is back in the queue."), undo=undo)


@writers_of(Area.INSIDE)
@require_POST
def sleep_on(request: StaffRequest, number: int) -> HttpResponse:
    """Undo taking it up."""
    reader = reader_of(request.actor, number, write=True)
    snoozing.put_off_again(reader.case, by=request.actor)
    return asking.back(request, number, said=_("It is put off again."))
