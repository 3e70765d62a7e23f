"""The table of operational targets: severities down, clocks across, for one team or for all."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from proxeny.cases.models import Severity
from proxeny.dispatch import agreeing
from proxeny.dispatch.models import OperationalTarget
from proxeny.dispatch.targets import DEFAULTS, Targets
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms import lengths
from proxeny.web.policy import StaffRequest, readers_of

Clock = OperationalTarget.Clock
CLOCKS = {Clock.ACCEPT: gettext_lazy("accepted within"), Clock.DONE: gettext_lazy("done within")}


@dataclass(frozen=True, slots=True)
class Cell:
    """One target: the name of its field, what was typed or said, what holds where it is empty, what is wrong with it."""

    name: str
    label: str
    text: str
    usual: str
    error: str = ""


@readers_of(Area.PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: StaffRequest) -> HttpResponse:
    """Show the targets of a team (`?team=`) or of all, or keep what was sent."""
    team = _team(request.GET.get("team", ""))
    if request.method != "POST":
        return _page(request, team, {}, {})
    sent = {
        _name(severity, clock): request.POST.get(_name(severity, clock), "") for severity, clock in _cells()
    }
    wanted, errors = {}, {}
    for severity, clock in _cells():
        try:
            wanted[int(severity), clock] = lengths.read(sent[_name(severity, clock)])
        except ValidationError as error:
            errors[_name(severity, clock)] = error.messages[0]
    if errors:
        return _page(request, team, sent, errors, status=422)
    try:
        count = agreeing.set_targets(team, wanted, by=request.actor)
    except ValidationError as error:
        return _page(request, team, sent, {"": error.messages[0]}, status=422)
    said = ngettext("%(count)s target is new.", "%(count)s targets are new.", count) % {"count": count}
    toasts.say(request, said if count else _("It was so already; nothing was changed."))
    return redirect(f"{reverse('order-targets')}?team={team.pk if team else ''}")


def _page(
    request: StaffRequest,
    team: Team | None,
    sent: dict[str, str],
    errors: dict[str, str],
    *,
    status: int = 200,
) -> HttpResponse:
    rows = OperationalTarget.objects.filter(team=team, severity__gt=0)
    said = {f"{row.severity}:{row.clock}": lengths.write(row.minutes) for row in rows}
    usual = Targets([])
    table = [
        (
            severity,
            [
                Cell(
                    name=(name := _name(severity, clock)),
                    label=f"{severity.label}, {label}",
                    text=sent.get(name, said.get(name, "")),
                    usual=lengths.write(
                        usual.minutes(None, severity, clock) if team else DEFAULTS[severity][clock]
                    ),
                    error=errors.get(name, ""),
                )
                for clock, label in CLOCKS.items()
            ],
        )
        for severity in Severity
    ]
    context = {
        "team": team,
        "teams": Team.objects.order_by("name"),
        "clocks": CLOCKS.values(),
        "rows": table,
        "errors": [one for one in errors.values() if one],
        "may_write": agreeing.may_agree(request.actor),
    }
    return render(request, "orders/targets.html", context, status=status)


def _cells() -> list[tuple[Severity, OperationalTarget.Clock]]:
    return [(severity, clock) for severity in Severity for clock in CLOCKS]


def _name(severity: int, clock: OperationalTarget.Clock) -> str:
    return f"{int(severity)}:{clock.value}"


def _team(text: str) -> Team | None:
    if not text:
        return None
    found = (
        Team.objects.filter(pk=text).first() if text.isascii() and text.isdigit() and len(text) < 19 else None
    )
    if found is None:
        raise NotFound(f"team {text}")
    return found
