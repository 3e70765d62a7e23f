"""Who asks to look by exception, who looks now, and who looked."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.accounts.access import accounts
from proxeny.accounts.glass import access
from proxeny.accounts.glass.standing import State, state_of
from proxeny.identity.admitting import may_ask, may_decide
from proxeny.identity.models import Admission
from proxeny.identity.roles import Area
from proxeny.web.policy import StaffRequest, readers_of

ON_A_PAGE = 50
NOW = (State.WAITING, State.LIVE)


@dataclass(frozen=True, slots=True)
class Row:
    """An admission, how it stands, and whose channel it is about."""

    one: Admission
    state: State
    customer: str


@readers_of(Area.INSIDE)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show those of the customers of which the reader reads the inside: what waits and what is open first, then all."""
    found = access.admissions(request.actor).select_related(*access.RELATED)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    rows = _rows(request, list(page.object_list))
    context = {
        "standing": [row for row in rows if row.state in NOW],
        "past": [row for row in rows if row.state not in NOW],
        "page": page,
        "may_ask": may_ask(request.actor),
        "may_decide": may_decide(request.actor),
    }
    return render(request, "glass/index.html", context)


def _rows(request: StaffRequest, found: list[Admission]) -> list[Row]:
    named = accounts(request.actor, Area.INSIDE).filter(pk__in={one.account for one in found})
    names = dict(named.values_list("pk", "name"))
    return [Row(one, state_of(one), names.get(one.account, "")) for one in found]
