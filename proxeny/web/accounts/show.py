"""One customer."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.accounts.models import Account
from proxeny.core.money import Money
from proxeny.identity.roles import Area
from proxeny.judgement import findings, standing
from proxeny.web.accounts import calendar, record, sections, swings
from proxeny.web.accounts.chart import chart_context
from proxeny.web.accounts.dossier import Dossier, dossier
from proxeny.web.accounts.horizons import HORIZONS, Horizon, horizons
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DOSSIER)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show all that is known of the customer, as far as the reader may know it."""
    known = dossier(request.actor, number)
    account, today = known.account, known.today
    judgement = standing.judgement_of(account, today) if known.sight.band else None
    context = {
        "account": account,
        "sight": known.sight,
        "yearly": known.yearly,
        "years_with_us": _years(account, today),
        "judgement": judgement,
        "judgements": sections.judgements(known.judgements, judgement, today),
        "people": sections.people(known.contacts, today),
        "contracts": sections.contracts(known.contracts, today),
        "record": record.said_of(account, known.sight),
        **_consumption(known),
        **chart_context(known, request.GET),
    }
    return render(request, "accounts/show.html", context)


def _years(account: Account, today: date) -> float | None:
    """How many years the customer has been with us, in halves, so that it reads as a person would say it."""
    if account.customer_since is None:
        return None
    days = (today - account.customer_since).days
    return round(2 * days / 365.25) / 2 if days > 0 else None


def _consumption(known: Dossier) -> dict[str, Any]:
    """The section on consumption: the swings, and the three horizons in money (of the first meter, where
    nothing has a price).
    """
    said = [(swings.sign(one), findings.sentence(one, known.today)) for one in known.swings]
    if known.history is None:
        return {"swings": said, "horizons": [], "consumed_up_to": None}
    last, measure = known.today - timedelta(days=1), known.history.measures[0]
    days = 2 * max(HORIZONS)
    first = last - timedelta(days=days - 1)
    days_off = calendar.span(known.calendar, first, last, known.language)
    values = known.history.daily(measure, first, days)
    return {
        "swings": said,
        "horizons": [_told(one, measure.currency) for one in horizons(values, last, days_off.holidays)],
        "consumed_up_to": known.history.last,
    }


def _told(one: Horizon, currency: str) -> dict[str, Any]:
    """A horizon with its means as amounts, where they are money."""

    def amount(value: float | None) -> Money | float | None:
        return value if value is None or not currency else Money.of(f"{value:.6f}", currency)

    return {"horizon": one, "now": amount(one.now), "before": amount(one.before), "is_money": bool(currency)}
