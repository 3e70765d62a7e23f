"""One team: who of it is on duty, week by week, who stands in, in which hours it works, what it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import access
from proxeny.catalogue.duty import Duties, Turn
from proxeny.catalogue.hours import TeamTimes
from proxeny.catalogue.models import Rota, StandIn, TeamHours
from proxeny.core import clock
from proxeny.core.calendar import DEFAULT_HOURS
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Area
from proxeny.web.cases.service.hours import DAYS, said
from proxeny.web.catalogue.duty_forms import RotaForm, StandInForm
from proxeny.web.policy import StaffRequest, readers_of

WEEKS = 6
SHADES = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a turn within one week, as many columns wide as it has days; `shade` tells people apart."""

    turn: Turn
    shade: int
    is_today: bool

    @property
    def kind(self) -> str:
        """How it is drawn."""
        if self.turn.has_left:
            return "is-left"
        if self.turn.stand_in:
            return "is-instead"
        return f"is-shade-{self.shade}" if self.turn.staff else "is-nobody"


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday."""

    first: date
    last: date
    stretches: list[Stretch]
    is_now: bool


@readers_of(Area.CATALOGUE)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the team."""
    return page(request, access.team_for(request.actor, number))


def page(
    request: StaffRequest,
    team: Team,
    *,
    rota: RotaForm | None = None,
    stand_in: StandInForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the team; a form that was refused stands open."""
    today, times = clock.today(), TeamTimes([team.pk])
    duties = Duties([team.pk])
    members = list(Staff.objects.filter(memberships__team=team, memberships__left_at=None).order_by("name"))
    context: dict[str, Any] = {
        "team": team,
        "now": duties.on(team.pk, today),
        "opening": times.opening(team.pk, clock.now()),
        "weeks": weeks(duties, team, today),
        "rota": duties.rota_on(team.pk, today),
        "coming": Rota.objects.filter(team=team, begins_on__gt=today).prefetch_related("turns__staff"),
        "stand_ins": StandIn.objects.filter(team=team, ended_at=None, ends_on__gte=today).select_related(
            "staff"
        ),
        "members": members,
        "hours": spoken(times.row_of(team.pk)),
        "hours_row": times.row_of(team.pk),
        "asked": access.ownerships(request.actor).filter(team=team, ended_at=None),
        "may_write": access.may_write(request.actor),
        "rota_form": rota or RotaForm(members=members),
        "stand_in_form": stand_in or StandInForm(),
    }
    return render(request, "catalogue/team.html", context, status=status)


def weeks(duties: Duties, team: Team, today: date) -> list[Week]:
    """Return this week and the next ones, each cut where another has the turn."""
    monday = today - timedelta(days=today.weekday())
    shades: dict[int, int] = {}
    found = []
    for ahead in range(WEEKS):
        first = monday + timedelta(days=7 * ahead)
        last = first + timedelta(days=6)
        turns = duties.between(team.pk, first, last)
        found.append(Week(first, last, _stretches(turns, shades, today), first <= today <= last))
    return found


def _stretches(turns: Sequence[Turn], shades: dict[int, int], today: date) -> list[Stretch]:
    found = []
    for turn in turns:
        shade = shades.setdefault(turn.staff.pk, len(shades) % SHADES) if turn.staff else 0
        found.append(Stretch(turn, shade, turn.first <= today <= turn.last))
    return found


def spoken(row: TeamHours | None) -> list[tuple[str, str]]:
    """Return the hours as they are read: days of the same hours in a row together. Empty: round the clock."""
    if row is not None and row.around_the_clock:
        return []
    usual = {
        str(day): [[a.hour * 60 + a.minute, b.hour * 60 + b.minute] for a, b in pairs]
        for day, pairs in DEFAULT_HOURS.weekdays.items()
    }
    kept = row.hours if row else {**usual, "make-up": usual["0"]}
    lines: list[tuple[str, str]] = []
    for name, label in DAYS:
        if pairs := kept.get(name):
            text = said(pairs)
            if lines and lines[-1][1] == text and name.isdigit():
                begun = lines.pop()[0].split(" – ")[0]
                lines.append((f"{begun} – {label}", text))
            else:
                lines.append((str(label), text))
    return lines
