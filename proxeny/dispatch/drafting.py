"""Drafting complaints: once for a cause, with the facts as they stood; whether one is sent, a person decides."""

from collections.abc import Iterator
from datetime import datetime

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.dispatch import events, recording, telling
from proxeny.dispatch.events import Kind
from proxeny.dispatch.models import Complaint, Move, MoveKind, Order
from proxeny.dispatch.routing import Route, passed_round
from proxeny.identity.models import Team
from proxeny.ledger import kinds

OURSELVES = Actor.system("dispatch")
Cause = Complaint.Cause
NOT_ACCEPTED = N_(
    "Order %(number)s came to %(team)s on %(since)s. It was to be accepted by %(due)s and was not."
)
NOT_DONE = N_("Order %(number)s came to %(team)s on %(since)s. It was to be done by %(due)s and was not.")
RETURNED_AGAIN = N_(
    "Order %(number)s has been returned %(count)s times, the last time by %(team)s. That has cost %(lost)s so far."
)
LOOP = N_(
    "Order %(number)s went round in a loop, %(way)s, the last time from %(team)s. That has cost %(lost)s so far."
)
LINE = N_("%(at)s  %(what)s")


def for_missed(order: Order, now: datetime) -> list[Complaint]:
    """Draft what the locked order gives reason for, where a target ran out by now; return the new ones."""
    drafted = []
    for cause, pattern, due in (
        (Cause.NOT_ACCEPTED, NOT_ACCEPTED, order.accept_due),
        (Cause.NOT_DONE, NOT_DONE, order.done_due),
    ):
        if due is not None and due < now:
            said = {"since": _moment(_came(order)), "due": _moment(due)}
            drafted.append(
                _draft(order, order.team, cause, Sentence(pattern, {**_of(order, order.team), **said}))
            )
    return [one for one in drafted if one]


def for_passing_round(order: Order, step: Move, route: Route, before: Team) -> Complaint | None:
    """Draft what the move gives reason for: a return that was not the first, or the last piece of a loop."""
    lost = {"type": "duration", "seconds": int(route.lost(clock.now()).total_seconds())}
    if step.kind == MoveKind.RETURNED and route.refusals >= 2:
        said = {**_of(order, before), "count": route.refusals, "lost": lost}
        return _draft(order, before, Cause.RETURNED_AGAIN, Sentence(RETURNED_AGAIN, said))
    if route.loops and route.runs[-1] == step.to_team_id and _closed_a_loop(route):
        said = {**_of(order, before), "way": way_of(route), "lost": lost}
        return _draft(order, before, Cause.LOOP, Sentence(LOOP, said))
    return None


def way_of(route: Route) -> str:
    """Return the teams that an order went through, as they are read: 存储组 → 网络组 → 存储组."""
    names = dict(Team.objects.filter(pk__in=route.runs).values_list("pk", "name"))
    return " → ".join(names[number] for number in route.runs)


def _closed_a_loop(route: Route) -> bool:
    """Tell whether the last run closed one."""
    return passed_round(route.runs[:-1]).loops < route.loops


def _draft(order: Order, team: Team, cause: Complaint.Cause, head: Sentence) -> Complaint | None:
    """Draft one for the cause unless there is one; the order is locked, so nobody else drafts it meanwhile."""
    if Complaint.objects.filter(order=order, team=team, cause=cause).exists():
        return None
    facts = [head.as_json(), *(line.as_json() for line in timeline(order))]
    complaint = Complaint.objects.create(
        order=order, team=team, cause=cause, facts=facts, drafted_at=clock.now()
    )
    recording.append(
        Kind.COMPLAINT_DRAFTED, order, by=OURSELVES, teams=[team], also=[complaint.record], cause=cause
    )
    telling.drafted(complaint)
    return complaint


def timeline(order: Order) -> Iterator[Sentence]:
    """Yield what happened to the order, move by move."""
    for step in order.moves.select_related("by", "team", "to_team").order_by("number"):
        said = {
            "actor": step.by.name,
            "number": order.number,
            "team": (step.team or step.to_team or order.team).name,
            "to": step.to_team.name if step.to_team else "",
            "text": step.text or order.wanted,
        }
        what = Sentence(kinds.pattern(events.of_move(MoveKind(step.kind)).value), said)
        yield Sentence(LINE, {"at": _moment(step.at), "what": what.as_json()})


def _came(order: Order) -> datetime:
    """When the order came to the team with which it lies."""
    arrived = order.moves.filter(to_team=order.team).exclude(kind=MoveKind.RETURNED).last()
    return arrived.at if arrived else order.sent_at


def _of(order: Order, team: Team) -> dict[str, object]:
    return {"number": order.number, "team": team.name}


def _moment(at: datetime) -> dict[str, str]:
    return {"type": "moment", "at": at.isoformat()}
