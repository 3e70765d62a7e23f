"""One promise: what, by whom, to whom, until when, how often it was moved, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.desk import visiting
from proxeny.identity.roles import Area
from proxeny.promises import access, syncing
from proxeny.promises.models import MovedDate, Promise
from proxeny.promises.standing import State, state_of
from proxeny.web.accounts.seeing import sight
from proxeny.web.ledger import confided
from proxeny.web.ledger.sentences import said
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.promises.origin import source_of


@dataclass(frozen=True, slots=True)
class PutOff:
    """How often the day was moved, and by how many days in all; negative where it was drawn nearer."""

    times: int
    days: int


def put_off(moves: Sequence[MovedDate]) -> PutOff | None:
    """Return what several moves come to; one speaks for itself."""
    return PutOff(len(moves), sum(one.days for one in moves)) if len(moves) > 1 else None


@readers_of(Area.DOSSIER)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the promise to who may see it."""
    promise = access.promise_for(request.actor, number)
    visiting.note(promise.record, by=request.actor)
    return render(request, "promises/show.html", context(request, promise))


def context(request: StaffRequest, promise: Promise) -> dict[str, Any]:
    """Return what every page of the promise shows."""
    state = state_of(promise, clock.today())
    is_owed = state not in (State.KEPT, State.KEPT_LATE, State.WITHDRAWN)
    moves = list(promise.moves.select_related("by"))
    record = sight(request.actor, promise.account).record
    return {
        "promise": promise,
        "state": state,
        "moves": moves,
        "put_off": put_off([one for one in moves if one.taken_back_at is None]),
        "passed_on": syncing.passed_on_in(promise, request.actor),
        "missed": (missed := syncing.missed_in(promise, request.actor)),
        "missed_points": missed.points.filter(taken_back_at=None) if missed else (),
        "source": source_of(request.actor, promise.source),
        "may_keep": is_owed and access.promises_to_keep(request.actor).filter(pk=promise.pk).exists(),
        "may_change": is_owed and access.promises(request.actor, write=True).filter(pk=promise.pk).exists(),
        "may_hand_out": not promise.in_confidence and access.may_note(request.actor, promise.account),
        "record": said(confided.about(request.actor, promise.record)) if record else None,
    }
