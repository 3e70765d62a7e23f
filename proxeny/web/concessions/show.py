"""One concession: what, worth how much, by whom; what the customer was given in all, and who may say yes to it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.desk import visiting
from proxeny.identity.roles import Area
from proxeny.promises.concessions import access, deciding
from proxeny.promises.concessions.limiting import limits
from proxeny.promises.concessions.standing import State, state_of
from proxeny.promises.concessions.weighing import who_can
from proxeny.promises.models import Concession
from proxeny.web.accounts.seeing import sight
from proxeny.web.ledger import confided
from proxeny.web.ledger.sentences import said
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.promises.origin import source_of


@readers_of(Area.CONCESSIONS)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the concession to who may see it."""
    concession = access.concession_for(request.actor, number)
    visiting.note(concession.record, by=request.actor)
    return render(request, "concessions/show.html", _context(request, concession))


def _context(request: StaffRequest, concession: Concession) -> dict[str, Any]:
    actor, state = request.actor, state_of(concession, clock.today())
    record = sight(actor, concession.account).record
    may_change = access.may_note(actor, concession.account)
    return {
        "concession": concession,
        "state": state,
        "source": source_of(actor, concession.source),
        "may_change": may_change and state is not State.WITHDRAWN,
        "may_restore": may_change and state is State.WITHDRAWN,
        "is_own_decision": may_change
        and bool(concession.decision)
        and concession.decided_by_id == actor.staff_id,
        "record": said(confided.about(actor, concession.record)) if record else None,
        **(_weighed(request, concession, may_change=may_change) if state is State.UNAPPROVED else {}),
    }


def _weighed(request: StaffRequest, concession: Concession, *, may_change: bool) -> dict[str, Any]:
    """What it comes to with everything else, how far the reader's own limit reaches, and whose reaches far enough."""
    actor, known = request.actor, limits()
    total = deciding.what_it_comes_to(concession, seen_by=actor)
    most = known.of(actor.roles, concession.currency)
    return {
        "total": total,
        "limit": None if most is None else Money(most, concession.currency),
        "may_approve": may_change and known.reach(actor.roles, total),
        "may_refuse": may_change and deciding.may_refuse(concession, known, actor),
        "who_can": [one.name for one in who_can(concession.account, total, known)],
    }
