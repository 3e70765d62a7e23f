"""Promising what was decided to each customer that asks, and withdrawing it when it was decided otherwise."""

from collections.abc import Iterable
from dataclasses import replace

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand.models import Decision, Pledge, Request
from proxeny.identity.roles import Role
from proxeny.promises import promising, withdrawing
from proxeny.promises.models import Promise


def pledge(decision: Decision, requests: Iterable[Request], *, by: Actor) -> list[Pledge]:
    """Promise each customer what it asks for until the day decided, by whom it was decided; once for each customer.

    What is promised already for that day goes over to the new decision. Nothing is promised for a day that has passed.
    """
    if decision.promised_on is None or decision.promised_on < clock.today():
        return []
    served: dict[int, Request] = {}
    for request in requests:
        served.setdefault(request.account_id, request)
    return [_pledged(decision, request, by) for request in served.values()]


def standing(requests: Iterable[Request]) -> list[Pledge]:
    """Return the promises that were made with decisions on these and are owed now, the latest of each request."""
    numbers = [one.pk for one in requests]
    owed = Pledge.objects.filter(request__in=numbers, promise__withdrawn_at=None, promise__kept_on=None)
    return list(
        {one.request_id: one for one in owed.select_related("promise", "decision").order_by("pk")}.values()
    )


def release(requests: Iterable[Request], *, reason: str, by: Actor) -> None:
    """Withdraw what was promised with decisions on these and is not kept yet."""
    for one in standing(requests):
        withdrawing.withdraw(one.promise, reason=reason, by=_lent(by))


def _pledged(decision: Decision, request: Request, by: Actor) -> Pledge:
    for before in standing([request]):
        if before.promise.due_on == decision.promised_on:
            if before.decision_id == decision.pk:
                return before
            return Pledge.objects.create(decision=decision, request=request, promise=before.promise)
    promise = promising.promise(
        request.account,
        what=request.what[: promising.LONGEST],
        due_on=decision.promised_on or clock.today(),
        by=_lent(by),
        made_in=Promise.MadeIn.MESSAGE,
        by_person=decision.by,
        to_contact=request.asked_by,
        source=str(request.record),
        in_confidence=request.in_confidence,
    )
    return Pledge.objects.create(decision=decision, request=request, promise=promise)


def _lent(by: Actor) -> Actor:
    """The actor with the right to promise: whoever may decide a request may promise what they decided, and nothing else."""
    return replace(by, roles=by.roles | {Role.LEAD.value})
