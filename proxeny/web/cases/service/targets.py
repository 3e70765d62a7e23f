"""The table of targets: severities down, clocks across, for one level of customers."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from proxeny.accounts.models import Account
from proxeny.cases import agreeing
from proxeny.cases.models import ServiceTarget, Severity
from proxeny.cases.service_levels import DEFAULTS, ServiceLevels
from proxeny.cases.sla import Clock
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms import lengths
from proxeny.web.policy import StaffRequest, readers_of

CLOCKS = {
    Clock.FIRST_RESPONSE: gettext_lazy("first answer"),
    Clock.NEXT_RESPONSE: gettext_lazy("further answers"),
    Clock.CLARIFIED: gettext_lazy("clarified"),
    Clock.PROPOSED: gettext_lazy("proposed"),
    Clock.SOLVED: gettext_lazy("solved"),
}


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
    """Show the targets of a level (`?level=`), or keep what was sent."""
    level = request.GET.get("level", "")
    if level and level not in Account.Level.values:
        raise NotFound(f"level {level}")
    if request.method != "POST":
        return _page(request, level, {}, {})
    sent = {name: request.POST.get(name, "") for name in _names()}
    wanted, errors = {}, {}
    for name, text in sent.items():
        try:
            severity, _dash, clock = name.partition(":")
            wanted[int(severity), Clock(clock)] = lengths.read(text)
        except ValidationError as error:
            errors[name] = error.messages[0]
    if not errors:
        try:
            count = agreeing.set_targets(level, wanted, by=request.actor)
        except ValidationError as error:
            return _page(request, level, sent, {"": error.messages[0]}, status=422)
        said = ngettext("%(count)s target is new.", "%(count)s targets are new.", count) % {"count": count}
        toasts.say(request, said if count else _("It was so already; nothing was changed."))
        return redirect(f"{reverse('service-targets')}?level={level}")
    return _page(request, level, sent, errors, status=422)


def _page(
    request: StaffRequest, level: str, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    said = {
        f"{row.severity}:{row.clock}": lengths.write(row.minutes)
        for row in ServiceTarget.objects.filter(level=level, severity__gt=0)
    }
    levels = ServiceLevels([])
    rows = []
    for severity in Severity:
        usual = levels.targets("", severity).minutes if level else DEFAULTS[severity]
        cells = [
            Cell(
                name=f"{severity.value}:{clock.value}",
                label=f"{severity.label}, {label}",
                text=sent.get(
                    f"{severity.value}:{clock.value}", said.get(f"{severity.value}:{clock.value}", "")
                ),
                usual=lengths.write(usual.get(clock, 0)),
                error=errors.get(f"{severity.value}:{clock.value}", ""),
            )
            for clock, label in CLOCKS.items()
        ]
        rows.append((severity, cells))
    context = {
        "level": level,
        "levels": [("", _("all customers")), *Account.Level.choices],
        "clocks": CLOCKS.values(),
        "rows": rows,
        "errors": [one for one in errors.values() if one],
        "may_write": agreeing.may_agree(request.actor),
    }
    return render(request, "cases/service/targets.html", context, status=status)


def _names() -> list[str]:
    return [f"{severity.value}:{clock.value}" for severity in Severity for clock in CLOCKS]
