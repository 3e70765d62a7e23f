"""The hours in which one customer is served."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.access import account_for
from proxeny.accounts.models import Account
from proxeny.cases import agreeing
from proxeny.cases.models import ServiceHours, Severity
from proxeny.cases.service_levels import ServiceLevels
from proxeny.core import clock
from proxeny.core.calendar import DEFAULT_HOURS
from proxeny.identity.access import NotFound
from proxeny.identity.preferring import is_zone
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.service.targets import CLOCKS
from proxeny.web.policy import StaffRequest, readers_of

DAYS = (
    ("0", gettext_lazy("Monday")),
    ("1", gettext_lazy("Tuesday")),
    ("2", gettext_lazy("Wednesday")),
    ("3", gettext_lazy("Thursday")),
    ("4", gettext_lazy("Friday")),
    ("5", gettext_lazy("Saturday")),
    ("6", gettext_lazy("Sunday")),
    ("make-up", gettext_lazy("worked weekends")),
    ("days-off", gettext_lazy("holidays and days of rest")),
)
_STRETCH = re.compile(r"(\d{1,2}):?(\d{2})\s*[-–—~至到]\s*(\d{1,2}):?(\d{2})")
A_DAY = 24 * 60


class HoursForm(forms.Form):
    """Round the clock, or stretches for each day; the zone where they hold."""

    around_the_clock = forms.BooleanField(label=gettext_lazy("round the clock, every day"), required=False)
    zone = forms.CharField(
        label=gettext_lazy("time zone"),
        required=False,
        max_length=64,
        help_text=gettext_lazy("Such as Asia/Shanghai; empty is the installation’s."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in DAYS:
            self.fields[name] = forms.CharField(label=label, required=False, max_length=200)

    def clean_zone(self) -> str:
        """Refuse a zone that nobody knows."""
        zone = str(self.cleaned_data["zone"]).strip()
        if not is_zone(zone):
            raise ValidationError(_("There is no such time zone."))
        return zone

    def clean(self) -> dict[str, Any]:
        """Read the stretches of each day."""
        given = super().clean() or self.cleaned_data
        self.hours = {}
        for name, _label in DAYS:
            try:
                self.hours[name] = stretches(given.get(name) or "")
            except ValidationError as error:
                self.add_error(name, error)
        return given


def stretches(text: str) -> list[list[int]]:
    """Return the stretches that `text` names, as minutes of the day. Raises ValidationError for anything else in it."""
    found = [[int(a) * 60 + int(b), int(c) * 60 + int(d)] for a, b, c, d in _STRETCH.findall(text)]
    rest = re.sub(r"[\s,;，；、和]+", "", _STRETCH.sub("", text))
    if rest or any(not 0 <= begin < end <= A_DAY for begin, end in found):
        raise ValidationError(_("Write stretches such as 09:00-12:00 13:30-18:00, or leave it empty."))
    return found


def said(pairs: list[list[int]]) -> str:
    """Return stretches as they are typed."""
    return " ".join(f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in pairs)


@readers_of(Area.PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: StaffRequest, number: int) -> HttpResponse:
    """Show the customer's hours with what follows from them, or keep what was sent."""
    account = _account(request, number)
    row = ServiceHours.objects.filter(account=account).first()
    if request.method != "POST":
        return _page(request, account, row, HoursForm(initial=_initial(row), auto_id="hours-%s"))
    form = HoursForm(request.POST, auto_id="hours-%s")
    if form.is_valid():
        try:
            agreeing.set_hours(
                account,
                around_the_clock=form.cleaned_data["around_the_clock"],
                hours=form.hours,
                zone=form.cleaned_data["zone"],
                by=request.actor,
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            toasts.say(request, _("Noted. The clocks of its open cases are reckoned anew."))
            return redirect("service-hours", number)
    return _page(request, account, row, form, status=422)


@readers_of(Area.PEOPLE)
@require_POST
def forget(request: StaffRequest, number: int) -> HttpResponse:
    """Serve the customer in the usual hours again."""
    agreeing.forget_hours(_account(request, number), by=request.actor)
    toasts.say(request, _("It is served in the usual hours again."))
    return redirect("service-hours", number)


def _account(request: StaffRequest, number: int) -> Account:
    account = account_for(request.actor, number)
    if not agreeing.may_agree(request.actor):
        raise NotFound(str(account.record))
    return account


def _page(
    request: StaffRequest, account: Account, row: ServiceHours | None, form: HoursForm, *, status: int = 200
) -> HttpResponse:
    levels, now = ServiceLevels([account.pk]), clock.now()
    service = levels.service_time(account.pk)
    follows = []
    for severity in Severity:
        minutes = levels.targets(account.level, severity).minutes
        follows.append(
            (severity.label, [service.due(now, minutes[one]) if one in minutes else None for one in CLOCKS])
        )
    context = {
        "account": account,
        "row": row,
        "form": form,
        "follows": follows,
        "clocks": CLOCKS.values(),
        "now": now,
        "is_dark": service.elapsed(now, now + timedelta(minutes=1)) == 0,
    }
    return render(request, "cases/service/hours.html", context, status=status)


def _initial(row: ServiceHours | None) -> dict[str, Any]:
    if row is not None:
        kept = {name: said(pairs) for name, pairs in row.hours.items()}
        return {"around_the_clock": row.around_the_clock, "zone": row.zone, **kept}
    usual = {
        str(day): said([[a.hour * 60 + a.minute, b.hour * 60 + b.minute] for a, b in pairs])
        for day, pairs in DEFAULT_HOURS.weekdays.items()
    }
    return {**usual, "make-up": usual["0"]}
