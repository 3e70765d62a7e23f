"""One admission: who asked for what and why, what the second person said, and what was opened."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.accounts.access import account_for
from proxeny.accounts.glass import access, ending
from proxeny.accounts.glass.standing import State, state_of
from proxeny.cases.access import cases
from proxeny.core.actors import Actor
from proxeny.identity.admitting import may_decide
from proxeny.identity.models import Admission
from proxeny.identity.roles import Area
from proxeny.web.glass.forms import GrantForm, RefusalForm
from proxeny.web.policy import StaffRequest, readers_of

MOST_LOOKS = 500


@readers_of(Area.INSIDE)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show it to who reads the inside of that customer."""
    return page(request, access.admission_for(request.actor, number))


def page(
    request: StaffRequest,
    one: Admission,
    *,
    grant: GrantForm | None = None,
    refusal: RefusalForm | None = None,
) -> HttpResponse:
    """Return the page, with a form that was sent back where there is one."""
    actor, state = request.actor, state_of(one)
    looks = access.looks(actor, one)
    context = {
        "one": one,
        "state": state,
        "account": account_for(actor, one.account, Area.INSIDE),
        **_case(actor, one),
        "looks": None if looks is None else list(looks[:MOST_LOOKS]),
        "is_mine": one.asked_by_id == actor.staff_id,
        "may_decide": state is State.WAITING and may_decide(actor) and one.asked_by_id != actor.staff_id,
        "may_end": state is State.LIVE and ending.may_end(actor, one),
        "grant": grant or GrantForm(initial={"hours": one.hours}),
        "refusal": refusal or RefusalForm(),
    }
    status = 422 if grant or refusal else 200
    return render(request, "glass/show.html", context, status=status)


def _case(actor: Actor, one: Admission) -> dict[str, Any]:
    """The case, where the reader may see it; that there is none, only to whom the channel is open."""
    if not one.case:
        return {}
    found = cases(actor).filter(account=one.account, number=one.case).first()
    return {"case": found, "is_no_case": found is None and access.hears(actor, one)}
