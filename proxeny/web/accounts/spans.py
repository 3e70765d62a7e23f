"""The section on consumption short, middle and long, which comes after the page: it asks the facts."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.identity.roles import Area
from proxeny.judgement import findings
from proxeny.web.accounts import calendar, swings
from proxeny.web.accounts.dossier import Dossier, dossier
from proxeny.web.accounts.horizons import HORIZONS, Horizon, horizons
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DOSSIER)
@require_safe
def part(request: StaffRequest, number: int) -> HttpResponse:
    """Return the section as a part of the page; who came without htmx finds it below the chart on its own page."""
    known = dossier(request.actor, number)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("account-consumption", number)
    return render(request, "accounts/_horizons.html", context(known))


def context(known: Dossier) -> dict[str, Any]:
    """Return the swings, and the three horizons in money (of the first meter, where nothing has a price)."""
    found: dict[str, Any] = {"account": known.account, "sight": known.sight, "swings": said_swings(known)}
    if known.history is None:
        return {**found, "horizons": [], "consumed_up_to": None}
    last, measure = known.today - timedelta(days=1), known.history.measures[0]
    days = 2 * max(HORIZONS)
    first = last - timedelta(days=days - 1)
    days_off = calendar.span(known.calendar, first, last, known.language)
    values = known.history.daily(measure, first, days)
    return {
        **found,
        "horizons": [_told(one, measure.currency) for one in horizons(values, last, days_off.holidays)],
        "consumed_up_to": known.history.last,
    }


def said_swings(known: Dossier) -> list[tuple[str, Sentence]]:
    """Return the swings with their shapes, as sentences."""
    return [(swings.sign(one), findings.sentence(one, known.today)) for one in known.swings]


def _told(one: Horizon, currency: str) -> dict[str, Any]:
    """A horizon with its means as amounts, where they are money."""

    def amount(value: float | None) -> Money | float | None:
        return value if value is None or not currency else Money.of(f"{value:.6f}", currency)

    return {"horizon": one, "now": amount(one.now), "before": amount(one.before), "is_money": bool(currency)}
