"""The hours in which a team works, on the screen."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.catalogue import access, keeping_hours
from proxeny.catalogue.hours import TeamTimes
from proxeny.catalogue.models import TeamHours
from proxeny.core.calendar import DEFAULT_HOURS
from proxeny.identity.models import Team
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.service.hours import HoursForm, said
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: StaffRequest, number: int) -> HttpResponse:
    """Show the team's hours, or keep what was sent."""
    team = access.team_to_set(request.actor, number)
    row = TeamTimes([number]).row_of(number)
    if request.method != "POST":
        return _page(request, team, row, HoursForm(initial=_initial(row), auto_id="hours-%s"))
    form = HoursForm(request.POST, auto_id="hours-%s")
    if form.is_valid():
        try:
            keeping_hours.set_hours(
                team,
                around_the_clock=form.cleaned_data["around_the_clock"],
                hours=form.hours,
                zone=form.cleaned_data["zone"],
                country=row.country if row else "",
                by=request.actor,
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            toasts.say(request, _("Noted. New orders to the team are reckoned in these hours."))
            return redirect("team-duty", number)
    return _page(request, team, row, form, status=422)


@writers_of(Area.CATALOGUE)
@require_POST
def forget(request: StaffRequest, number: int) -> HttpResponse:
    """Let the team work in the usual hours again."""
    keeping_hours.forget_hours(access.team_to_set(request.actor, number), by=request.actor)
    toasts.say(request, _("The team works in the usual hours again."))
    return redirect("team-duty", number)


def _page(
    request: StaffRequest, team: Team, row: TeamHours | None, form: HoursForm, *, status: int = 200
) -> HttpResponse:
    context = {"team": team, "row": row, "form": form}
    return render(request, "catalogue/hours.html", context, status=status)


def _initial(row: TeamHours | None) -> dict[str, Any]:
    if row is not None:
        kept = {name: said(pairs) for name, pairs in row.hours.items()}
        return {"around_the_clock": row.around_the_clock, "zone": row.zone, **kept}
    usual = {
        str(day): said([[a.hour * 60 + a.minute, b.hour * 60 + b.minute] for a, b in pairs])
        for day, pairs in DEFAULT_HOURS.weekdays.items()
    }
    return {**usual, "make-up": usual["0"]}
