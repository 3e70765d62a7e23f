"""The list of concessions, and those of one customer for its page."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.accounts.access import account_for
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.promises.concessions import access
from proxeny.promises.concessions.standing import State, state_of
from proxeny.promises.concessions.weighing import totals_of
from proxeny.web.concessions.listing import CONCESSIONS
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, readers_of

SHOWN = 6


def may_note(actor: Actor) -> bool:
    """Tell whether there is any customer for whom the actor may note a concession."""
    return access.accounts_of(actor).exists()


@readers_of(Area.CONCESSIONS)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the concessions that the reader may see and the address asks for."""
    more = {"may_note": partial(may_note, request.actor)}
    return respond(CONCESSIONS, request, "concessions/index.html", more)


@readers_of(Area.CONCESSIONS)
@require_safe
def of_account(request: StaffRequest, number: int) -> HttpResponse:
    """Show what one customer was given: the part of its page that is fetched when it is seen."""
    account, today = account_for(request.actor, number, Area.CONCESSIONS), clock.today()
    found = list(
        access.concessions(request.actor).filter(account=account).select_related("by_person", "decided_by")
    )
    gone = (State.WITHDRAWN, State.REFUSED, State.ENDED)
    rows = [(one, state) for one in found if (state := state_of(one, today)) not in gone]
    context = {
        "account": account,
        "rows": rows[:SHOWN],
        "more": max(0, len(rows) - SHOWN),
        "totals": totals_of(found, today),
        "may_note": access.may_note(request.actor, account),
    }
    page = "concessions/_of_account.html" if request.htmx else "concessions/of_account.html"  # type: ignore[attr-defined]
    return render(request, page, context)
