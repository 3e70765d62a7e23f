"""What orders hand in to the docket: returned, going round, overdue, done and not confirmed, complaints nobody has sent."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from proxeny.core import clock
from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.dispatch.drafting import way_of
from proxeny.dispatch.keeping_up import route_of
from proxeny.dispatch.models import Complaint, Order, Standing

UNCONFIRMED_FOR = timedelta(days=2)
VERBS = (Verb.OPEN, Verb.SNOOZE, Verb.DISMISS)
RETURNED = N_("%(team)s returned order %(number)s and waits for our word: “%(wanted)s”")
LOOPED = N_("Order %(number)s goes round in a loop, %(way)s, and has lost %(lost)s: “%(wanted)s”")
NOT_ACCEPTED = N_("%(team)s has not accepted order %(number)s, due %(due)s: “%(wanted)s”")
NOT_DONE = N_("%(team)s has not done order %(number)s, due %(due)s: “%(wanted)s”")
NOT_WANTED_SO = N_("Order %(number)s was wanted of %(team)s by %(due)s and is not done: “%(wanted)s”")
UNCONFIRMED = N_(
    "%(team)s reported order %(number)s done on %(since)s, and nobody has confirmed it: “%(wanted)s”"
)
UNSENT = N_("A complaint to the head of %(team)s about order %(number)s is drafted and not sent.")
SENT = N_("Order %(number)s to %(team)s, sent %(at)s")
BACK = N_("It was returned: %(count)s times")
REASON = N_("%(team)s says: “%(text)s”")


def returned(on: date) -> Iterator[Finding]:
    """Yield orders that were returned to us and wait for our word; the wait is the customer's."""
    for order in _open(standing=Standing.RETURNED, lies_since__lt=_night(on)):
        said = Sentence(RETURNED, _of(order))
        since = clock.day_of(order.lies_since)
        yield _finding(
            "order-returned", order, f"returned/{order.last}", said, since=since, due=on, doubt=0.1
        )


def loops(on: date) -> Iterator[Finding]:
    """Yield open orders that went round in a loop and were not designated: somebody has to say whose they are."""
    for order in _open(loops__gt=0, is_designated=False, sent_at__lt=_night(on)):
        route = route_of(order)
        lost = {"type": "duration", "seconds": int(route.lost(clock.now()).total_seconds())}
        said = Sentence(LOOPED, {**_of(order), "way": way_of(route), "lost": lost})
        since = clock.day_of(order.sent_at)
        yield _finding("order-loop", order, f"loop/{order.loops}", said, since=since, due=on, doubt=0.1)


def overdue(on: date) -> Iterator[Finding]:
    """Yield open orders not accepted or not done in time, or not by when they were wanted; each once, the worst it is."""
    by_now = min(clock.now(), _night(on))
    wanted = Q(wanted_by__lt=by_now) & ~Q(standing=Standing.DONE)
    late = Q(accept_due__lt=by_now) | Q(done_due__lt=by_now) | wanted
    for order in _open(late):
        pattern, due, what = _late(order, by_now)
        said = Sentence(pattern, {**_of(order), "due": _moment(due)})
        day = clock.day_of(due)
        yield _finding("order-overdue", order, f"{what}/{day}", said, since=day, due=day, doubt=0.0)


def unconfirmed(on: date) -> Iterator[Finding]:
    """Yield orders that were reported done two days ago or earlier; nobody has confirmed them or said otherwise."""
    since = clock.start_of(on + timedelta(days=1)) - UNCONFIRMED_FOR
    for order in _open(standing=Standing.DONE, lies_since__lt=since):
        said = Sentence(UNCONFIRMED, {**_of(order), "since": _moment(order.lies_since)})
        day = clock.day_of(order.lies_since)
        yield _finding("order-unconfirmed", order, f"unconfirmed/{order.last}", said, since=day, doubt=0.3)


def unsent_complaints(on: date) -> Iterator[Finding]:
    """Yield complaints that are drafted and neither sent nor dropped."""
    drafts = Complaint.objects.filter(sent_at=None, dropped_at=None, drafted_at__lt=_night(on))
    related = drafts.select_related("team", "order__team", "order__case__account", "order__case__owner")
    for one in related.order_by("drafted_at", "pk"):
        said = Sentence(UNSENT, {"team": one.team.name, "number": one.order.number})
        because = Evidence(Sentence.from_json(one.facts[0]), str(one.record))
        day = clock.day_of(one.drafted_at)
        family = f"complaint/{one.pk}"
        yield _finding("complaint-unsent", one.order, family, said, since=day, doubt=0.4, evidence=(because,))


def _late(order: Order, by_now: datetime) -> tuple[str, datetime, str]:
    """Return how it is said, since when it is late, and in what: done, then when it was wanted, then accepted."""
    if order.done_due and order.done_due < by_now:
        return NOT_DONE, order.done_due, "done"
    if order.wanted_by and order.wanted_by < by_now and order.standing != Standing.DONE:
        return NOT_WANTED_SO, order.wanted_by, "wanted"
    return NOT_ACCEPTED, order.accept_due or order.sent_at, "accept"


def _open(*conditions: Q, **more: Any) -> Iterable[Order]:
    found: QuerySet[Order] = Order.objects.filter(*conditions, closed_at=None, **more)
    found = found.filter(case__account__left_on=None)
    related = found.select_related("team", "case__account").prefetch_related("moves")
    return related.order_by(F("done_due").asc(nulls_last=True), "pk")


def _finding(
    kind: str,
    order: Order,
    family: str,
    said: Sentence,
    *,
    since: date,
    doubt: float,
    due: date | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Finding:
    case = order.case
    return Finding(
        kind=kind,
        account_id=case.account_id,
        cause=Cause(f"order/{order.pk}/{family}", since),
        sentence=said,
        evidence=(*_evidence(order), *evidence),
        stake=None if case.stake_minor is None else Money(case.stake_minor, case.account.currency),
        due=due,
        doubt=doubt,
        verbs=VERBS,
    )


def _evidence(order: Order) -> Iterator[Evidence]:
    reference = str(order.record)
    yield Evidence(Sentence(SENT, {**_of(order), "at": _moment(order.sent_at)}), reference, "neither")
    if order.returns:
        yield Evidence(Sentence(BACK, {"count": order.returns}), reference)
    if order.standing == Standing.RETURNED:
        last = max(order.moves.all(), key=lambda step: step.number)
        yield Evidence(Sentence(REASON, {"team": order.team.name, "text": last.text}), reference, "against")


def _of(order: Order) -> dict[str, Any]:
    return {"number": order.number, "team": order.team.name, "wanted": order.wanted}


def _night(on: date) -> datetime:
    return clock.start_of(on + timedelta(days=1))


def _moment(at: datetime) -> dict[str, str]:
    return {"type": "moment", "at": at.isoformat()}
