"""One customer."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.accounts.models import Account
from proxeny.desk import visiting
from proxeny.identity.admitting import may_ask
from proxeny.identity.roles import Area, may
from proxeny.judgement import standing
from proxeny.judgement.health import keeping
from proxeny.web.accounts import record, sections
from proxeny.web.accounts.cases import cases_of
from proxeny.web.accounts.charting import place_context
from proxeny.web.accounts.dossier import dossier
from proxeny.web.accounts.owed import owed_to
from proxeny.web.accounts.spans import said_swings
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DOSSIER)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show all that is known of the customer, as far as the reader may know it."""
    known = dossier(request.actor, number)
    account, today = known.account, known.today
    visiting.note(account.record, by=request.actor)
    years = _years(account, today)
    judgement = None
    if known.sight.health:
        judgement = standing.among(known.judgements, today)
    elif known.sight.band:
        judgement = standing.judgement_of(account, today)
    context = {
        "account": account,
        "sight": known.sight,
        "yearly": known.yearly,
        "years_with_us": years,
        "years_in_whole": 1 if years == 1 else 2,
        "judgement": judgement,
        "health": keeping.of(account, today) if known.sight.band else None,
        "judgements": sections.judgements(known.judgements, judgement, today),
        "people": sections.people(known.contacts, today),
        **sections.editable(known),
        "contracts": sections.contracts(known.contracts, today),
        "cases": cases_of(account, request.actor),
        "promises": owed_to(account, request.actor, today),
        "record": record.said_of(account, known.sight, request.actor),
        "swings": said_swings(known),
        "may_ask_to_look": may_ask(request.actor),
        "may_erase": may(request.actor, Area.ERASURE, write=True),
        **place_context(known, request.GET),
    }
    return render(request, "accounts/show.html", context)


def _years(account: Account, today: date) -> float | None:
    """How many years the customer has been with us, in halves, so that it reads as a person would say it."""
    if account.customer_since is None:
        return None
    days = (today - account.customer_since).days
    return round(2 * days / 365.25) / 2 if days > 0 else None
