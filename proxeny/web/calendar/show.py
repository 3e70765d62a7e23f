"""The calendar page: a year, how sure it is, and putting it right."""

from datetime import date

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.core import clock
from proxeny.core.calendar import Day, DayKind, WorkCalendar, work_calendar
from proxeny.identity import calendar_keeping as keeping
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.calendar import year as layout
from proxeny.web.calendar.forms import Correction
from proxeny.web.policy import StaffRequest, readers_of

EARLIEST, LATEST = 2000, 2100


@readers_of(Area.PEOPLE)
def this_year(request: StaffRequest) -> HttpResponse:
    """Show the year of today."""
    return _shown(request, clock.today().year)


@readers_of(Area.PEOPLE)
def year(request: StaffRequest, number: int) -> HttpResponse:
    """Show one year; `?day=` opens a day for correction."""
    return _shown(request, number)


def _shown(request: StaffRequest, number: int) -> HttpResponse:
    chosen = _chosen(request.GET.get("day", ""))
    kept = work_calendar()
    is_off = chosen is not None and not kept.is_workday(chosen)
    start = {"day": chosen or clock.today(), "kind": DayKind.WORKDAY if is_off else DayKind.HOLIDAY}
    return _page(request, number, Correction(initial=start), kept)


@readers_of(Area.PEOPLE)
@require_POST
def confirmation(request: StaffRequest, number: int) -> HttpResponse:
    """Confirm the published days of a year; the verb refuses whoever may not."""
    keeping.confirm_year(work_calendar().country, _known(number), request.actor)
    toasts.say(request, _("The calendar of %(year)s is confirmed.") % {"year": number})
    return redirect("calendar-year", number)


@readers_of(Area.PEOPLE)
@require_POST
def corrections(request: StaffRequest, number: int) -> HttpResponse:
    """Correct a day; the verb refuses whoever may not."""
    form, kept = Correction(request.POST), work_calendar()
    if not form.is_valid():
        return _page(request, number, form, kept, status=422)
    said = form.cleaned_data
    try:
        keeping.correct_day(kept.country, said["day"], DayKind(said["kind"]), said["reason"], request.actor)
    except ValidationError as error:
        form.add_error("reason", error)
        return _page(request, number, form, kept, status=422)
    undo = reverse("calendar-restoration", args=[said["day"].year, said["day"].isoformat()])
    toasts.say(request, _("Noted. Deadlines and day types are counted anew."), undo=undo)
    return redirect("calendar-year", said["day"].year)


@readers_of(Area.PEOPLE)
@require_POST
def restoration(request: StaffRequest, number: int, day: str) -> HttpResponse:
    """Take a correction back."""
    on = _chosen(day)
    if on is None or not keeping.restore_day(work_calendar().country, on, request.actor):
        raise Http404
    toasts.say(request, _("Taken back. What was published holds again."))
    return redirect("calendar-year", number)


def _page(
    request: StaffRequest, number: int, form: Correction, kept: WorkCalendar, *, status: int = 200
) -> HttpResponse:
    context = {
        "year": _known(number),
        "country": kept.country,
        "months": layout.months(kept, number, clock.today()),
        "runs": layout.runs(kept, number),
        "make_up_days": layout.make_up_days(kept, number),
        "corrections": [(day, _kind_name(day)) for day in layout.corrections(kept, number)],
        "standing": kept.standing(number).value,
        "form": form,
        "weekdays": [date(2024, 1, 1 + offset) for offset in range(7)],
    }
    return render(request, "calendar/show.html", context, status=status)


def _kind_name(day: Day) -> str:
    return _(keeping.KIND_WORDS[DayKind(day.kind)])


def _known(number: int) -> int:
    if not EARLIEST <= number <= LATEST:
        raise Http404
    return number


def _chosen(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
