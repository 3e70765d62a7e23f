"""What requests hand in to the docket: undecided too long, put off until now, customers not told, use not looked at."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import QuerySet

from proxeny.accounts.worth import contracted
from proxeny.core import clock
from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.demand import standing, using, voicing
from proxeny.demand.models import Decision, Delivery, ExpectedUse, Joining, Request, Told, Voice

UNDECIDED_FOR = timedelta(days=30)
"""So long a request may lie undecided before it is worth a word."""

VERBS = (Verb.OPEN, Verb.SNOOZE, Verb.DISMISS)
UNDECIDED = N_("Nobody has decided for %(length)s what the customer asked for: “%(what)s”")
AGAIN = N_("“Later” has come due: “%(what)s” was put off until %(day)s.")
NOT_TOLD = {
    "yes": N_("Decided with yes %(length)s ago, and the customer has not been told: “%(what)s”"),
    "no": N_("Decided with no %(length)s ago, and the customer has not been told: “%(what)s”"),
    "later": N_("Put off %(length)s ago, and the customer has not been told: “%(what)s”"),
}
TO_LOOK = N_(
    "“%(what)s” is delivered, and by %(day)s use was expected: %(count)s %(measure)s. Nobody has looked."
)
PURPOSE = N_("They want it for this: %(purpose)s")
LACKING = {
    Voice.Of.PRODUCT: N_("Product has not given its voice."),
    Voice.Of.SALES: N_("Sales has not given its voice."),
    Voice.Of.CUSTOMER: N_("The customer’s voice has not been noted."),
}
BECAUSE = N_("Decided because: %(why)s")
DELIVERED = N_("Delivered on %(day)s: %(with)s")


def undecided(on: date) -> Iterator[Finding]:
    """Yield requests that nobody has decided for thirty days, with the voices that are missing."""
    long_since = clock.start_of(on - UNDECIDED_FOR)
    found = list(_of_customers().filter(state=Request.State.OPEN, recorded_at__lt=long_since))
    given = set(
        Voice.objects.filter(ended_at=None, request__state=Request.State.OPEN).values_list("request", "of")
    )
    groups, worth = standing.groups_of(found), _worth(found, on)
    for one in found:
        length = {"type": "days", "value": (on - clock.day_of(one.recorded_at)).days}
        said = Sentence(UNDECIDED, {"what": one.what, "length": length})
        lacking = voicing.lacking(one, groups[one.pk].leader, given)
        evidence = [Sentence(PURPOSE, {"purpose": one.purpose}), *(Sentence(LACKING[of]) for of in lacking)]
        since = clock.day_of(one.recorded_at)
        yield _finding("request-undecided", one, "undecided", said, evidence, worth, since=since, doubt=0.5)


def put_off(on: date) -> Iterator[Finding]:
    """Yield what was put off with “later” until a day that has come."""
    due = Decision.objects.filter(ended_at=None, answer=Decision.Answer.LATER, again_on__lte=on)
    for one, decision, worth in _decided(due, on):
        said = Sentence(AGAIN, {"what": one.what, "day": _day(decision.again_on)})
        evidence = [Sentence(BECAUSE, {"why": decision.reason})]
        family = f"later/{decision.pk}"
        yield _finding(
            "request-later", one, family, said, evidence, worth, since=decision.again_on, due=on, doubt=0.5
        )


def not_told(on: date) -> Iterator[Finding]:
    """Yield requests that were decided on a day before, and whose customer has not heard it."""
    before = Decision.objects.filter(ended_at=None, at__lt=clock.start_of(on))
    told = set(Told.objects.filter(ended_at=None, decision__in=before).values_list("request", "decision"))
    for one, decision, worth in _decided(before, on):
        if (one.pk, decision.pk) in told:
            continue
        since = clock.day_of(decision.at)
        length = {"type": "days", "value": (on - since).days}
        said = Sentence(NOT_TOLD[decision.answer], {"what": one.what, "length": length})
        evidence = [Sentence(BECAUSE, {"why": decision.reason})]
        family = f"told/{decision.pk}"
        yield _finding("request-told", one, family, said, evidence, worth, since=since, due=on, doubt=0.1)


def to_look_at(on: date) -> Iterator[Finding]:
    """Yield what is delivered and whose use was to be looked at by now, where nobody has noted any since."""
    delivered = Delivery.objects.filter(ended_at=None, on__lte=on).select_related("request")
    expected = ExpectedUse.objects.filter(ended_at=None, by_day__lte=on)
    days = {one.request_id: one for one in expected}
    found = {one.request_id: one for one in delivered if one.request_id in days}
    requests = _with_leader(found)
    seen, worth = using.latest(one for one, _leader in requests), _worth([one for one, _ in requests], on)
    for one, leader in requests:
        wanted, there = days[leader], found[leader]
        if one.pk in seen and seen[one.pk].on >= min(wanted.by_day, on):
            continue
        values = {"what": one.what, "day": _day(wanted.by_day), "measure": wanted.measure}
        said = Sentence(TO_LOOK, {**values, "count": {"type": "number", "value": wanted.how_many}})
        evidence = [Sentence(DELIVERED, {"day": _day(there.on), "with": there.what})]
        family = f"use/{there.pk}"
        yield _finding(
            "request-use", one, family, said, evidence, worth, since=wanted.by_day, due=on, doubt=0.6
        )


def _of_customers() -> QuerySet[Request]:
    return Request.objects.filter(account__left_on=None).select_related("account")


def _with_leader(leaders: Iterable[int]) -> list[tuple[Request, int]]:
    """Requests that go with one of these, themselves among them, each with who leads; withdrawn ones ask no more."""
    wanted = set(leaders)
    joined = dict(Joining.objects.filter(leader__in=wanted, ended_at=None).values_list("request", "leader"))
    rows = _of_customers().filter(pk__in=wanted | set(joined)).exclude(state=Request.State.WITHDRAWN)
    return [(one, joined.get(one.pk, one.pk)) for one in rows.order_by("pk")]


def _decided(decisions: QuerySet[Decision], on: date) -> Iterator[tuple[Request, Decision, dict[int, Money]]]:
    """Each request for which one of the decisions holds, with it and with what the customers bring."""
    of = {one.request_id: one for one in decisions}
    requests = _with_leader(of)
    worth = _worth([one for one, _leader in requests], on)
    for one, leader in requests:
        yield one, of[leader], worth


def _worth(requests: Iterable[Request], on: date) -> dict[int, Money]:
    accounts = {one.account_id: one.account for one in requests}
    return contracted(accounts.values(), on) if accounts else {}


def _finding(
    kind: str,
    request: Request,
    family: str,
    said: Sentence,
    evidence: Iterable[Sentence],
    worth: dict[int, Money],
    *,
    since: date | None,
    doubt: float,
    due: date | None = None,
) -> Finding:
    reference = str(request.record)
    return Finding(
        kind=kind,
        account_id=request.account_id,
        cause=Cause(f"request/{request.pk}/{family}", since),
        sentence=said,
        evidence=tuple(Evidence(one, reference, "for") for one in evidence),
        stake=worth.get(request.account_id),
        due=due,
        doubt=doubt,
        verbs=VERBS,
    )


def _day(day: date | None) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat() if day else ""}
