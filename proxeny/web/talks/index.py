"""The list of talks, with what sales owes on top; and those of one customer for its page."""

from functools import partial

from django.db.models import Count, Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from proxeny.accounts.access import account_for
from proxeny.accounts.models import TalkPoint
from proxeny.accounts.talks import access
from proxeny.accounts.talks.standing import State, in_state, state_of
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.calendar import work_calendar
from proxeny.identity.roles import Area, Role
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.talks.listing import TALKS

SHOWN = 5


def may_note(actor: Actor) -> bool:
    """Tell whether there is any customer whose talks the actor may note."""
    return access.accounts_of(actor).exists()


def looks(actor: Actor) -> list[tuple[str, str, int]]:
    """Return the looks that are worth a click, each with its address and how many there are; one query.

    To sales it says what they owe; to all others what is missing.
    """
    today, calendar = clock.today(), work_calendar()
    owed = in_state([State.LATE, State.OWED], today, calendar)
    found = access.talks(actor).aggregate(
        mine=Count("pk", filter=owed & Q(held_by=actor.staff_id)),
        late=Count("pk", filter=in_state([State.LATE], today, calendar)),
        planned=Count("pk", filter=in_state([State.PLANNED], today, calendar)),
    )
    mine = (_("You owe"), f"?state=late&state=owed&by={actor.staff_id}", found["mine"])
    return [
        *([mine] if actor.holds(Role.SALES) else []),
        (_("Not passed on"), "?state=late", found["late"]),
        (_("Talks to come"), "?state=planned", found["planned"]),
    ]


@readers_of(Area.TALKS)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the talks that the reader may see and the address asks for."""
    more = {"may_note": partial(may_note, request.actor), "looks": partial(looks, request.actor)}
    return respond(TALKS, request, "talks/index.html", more)


@readers_of(Area.TALKS)
@require_safe
def of_account(request: StaffRequest, number: int) -> HttpResponse:
    """Show what sales heard from one customer: the part of its page that is fetched when it is seen."""
    account = account_for(request.actor, number, Area.TALKS)
    today, calendar = clock.today(), work_calendar()
    points = Prefetch("points", TalkPoint.objects.filter(taken_back_at=None), to_attr="standing_points")
    found = access.talks(request.actor).filter(account=account).select_related("held_by")
    rows = [(one, state_of(one, today, calendar)) for one in found.prefetch_related(points)[: SHOWN + 1]]
    context = {
        "account": account,
        "rows": rows[:SHOWN],
        "more": len(rows) > SHOWN,
        "may_note": access.accounts_of(request.actor).filter(pk=account.pk).exists(),
    }
    page = "talks/_of_account.html" if request.htmx else "talks/of_account.html"  # type: ignore[attr-defined]
    return render(request, page, context)
