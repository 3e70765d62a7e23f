"""Keeping what is reckoned of a case true: every verb that changes one ends here."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from proxeny.accounts.worth import contracted
from proxeny.cases.models import Audience, Case, CaseClock, Message, Proposal, Solution, StepPass, Waiting
from proxeny.cases.models.words import Step
from proxeny.cases.placing import place_of
from proxeny.cases.reckoning import Facts, Reckoned, Stretch, reckon
from proxeny.cases.service_levels import ServiceLevels
from proxeny.cases.sla import Wait
from proxeny.core import clock
from proxeny.core.laying_down import insert, update
from proxeny.core.phrased import Phrased

KEPT = (
    "step", "state", "state_since", "problem_seconds", "solved_at", "closed_at", "due_at", "due_clock", "warns_at",
    "waits_since", "unanswered_since", "last_word_at", "reopened",
)  # fmt: skip


READ = ("started_at", "target", "due_at", "warns_at", "met_at", "elapsed")
"""What is read off a clock."""


def locked(case: Case) -> Case:
    """Return the case as it stands now, locked until the transaction ends: verbs change one case one after the other."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a case is locked in the transaction that changes it")
    found = _LOCKED.first(case.pk)
    if found is None:
        raise Case.DoesNotExist(str(case.record))
    return found


_LOCKED = Phrased(
    lambda row: Case.objects.select_for_update(of=("self",)).select_related("account").filter(pk=row)
)


def keep_up(case: Case, *also: str, levels: ServiceLevels | None = None) -> Case:
    """Reckon the case anew and save it, with the columns named in `also`; it must be locked."""
    levels = levels or ServiceLevels([case.account_id])
    reckoned = reckon(facts_of(case), *levels.of(case), clock.now())
    adopt(case, reckoned)
    case.changed_at = clock.now()
    update(case, [*KEPT, "place", "changed_at", *also])
    keep_clocks(case, reckoned)
    return case


def begin(case: Case) -> Case:
    """Reckon a case that is not in the database yet, with the words it was opened with, and keep it."""
    wrote = [case.opened_at] if case.text else []
    levels = ServiceLevels([case.account_id])
    reckoned = reckon(Facts(case.opened_at, customer_wrote=wrote), *levels.of(case), clock.now())
    adopt(case, reckoned)
    insert(case)
    for row in clock_rows(case, reckoned):
        insert(row)
    return case


def adopt(case: Case, reckoned: Reckoned) -> None:
    """Put what was reckoned into the columns of the case."""
    for name in KEPT:
        setattr(case, name, getattr(reckoned, name))
    case.place = place_of(case)


def clock_rows(case: Case, reckoned: Reckoned) -> list[CaseClock]:
    """Return unsaved rows for the clocks."""
    return [
        CaseClock(
            case=case,
            clock=one.clock.value,
            started_at=one.started,
            target=one.target,
            due_at=one.due,
            warns_at=one.warns,
            met_at=one.met,
            elapsed=one.elapsed,
        )
        for one in reckoned.clocks
    ]


def keep_clocks(case: Case, reckoned: Reckoned) -> None:
    """Keep the clocks as they were reckoned, in place of those kept before."""
    had = {row.clock: row for row in _CLOCKS(case.pk)}
    for row in clock_rows(case, reckoned):
        before = had.pop(row.clock, None)
        if before is None:
            insert(row)
        elif any(getattr(row, name) != getattr(before, name) for name in READ):
            row.pk = before.pk
            update(row, READ)
    if had:
        CaseClock.objects.filter(case=case, clock__in=list(had)).delete()


_CLOCKS = Phrased(lambda case: CaseClock.objects.filter(case=case))


def facts_of(case: Case) -> Facts:
    """Return the moments of one case, from its rows."""
    wrote: dict[bool, list[datetime]] = {True: [], False: []}
    for is_inbound, at in _WRITTEN(case.pk, case.opened_at):
        wrote[is_inbound].append(at)
    passes, proposals = _PASSES(case.pk), _PROPOSALS(case.pk)
    solutions, waits = _SOLUTIONS(case.pk), _WAITS(case.pk)
    return Facts(
        opened=case.opened_at,
        customer_wrote=wrote[True],
        we_wrote=wrote[False],
        passes={Step(step): at for step, at in passes},
        proposals=[Stretch(*one) for one in proposals],
        solutions=[Stretch(*one) for one in solutions],
        waits=[Wait(*one) for one in waits],
        is_merged=case.merged_into_id is not None,
    )


def _written(case: int, opened: datetime) -> QuerySet[Message, tuple[bool, datetime]]:
    # What was said in a case merged into this one was said of the same matter, from this one's opening on.
    # Both are named as one set: with “this case, or …” PostgreSQL reads every message there is.
    these = Case.objects.filter(Q(pk=case) | Q(merged_into=case)).values("pk")
    here = Q(case__in=these) & (Q(case=case) | Q(at__gte=opened))
    # In confidence, in a case that others see: to them it was never said, so no clock may tell of it.
    open_to_all = Q(is_confidential=False) | Q(case__is_confidential=True)
    written = Message.objects.filter(here, open_to_all, audience=Audience.CUSTOMER, withdrawn_at=None)
    return written.order_by("at").values_list("is_inbound", "at")


_WRITTEN = Phrased(_written)
_PASSES = Phrased(lambda case: StepPass.objects.filter(case=case, undone_at=None).values_list("step", "at"))
_PROPOSALS = Phrased(lambda case: Proposal.objects.filter(case=case).values_list("at", "ended_at"))
_SOLUTIONS = Phrased(lambda case: Solution.objects.filter(case=case).values_list("at", "reopened_at"))
_WAITS = Phrased(
    lambda case: Waiting.objects.filter(case=case).values_list("began_at", "why", "by", "ended_at")
)


def keep_up_all(cases: Iterable[Case]) -> int:
    """Reckon many cases anew, each in its own transaction: after targets, hours or the calendar have changed."""
    levels, count = ServiceLevels(), 0
    for one in cases:
        with transaction.atomic():
            keep_up(locked(one), levels=levels)
        count += 1
    return count


def stake_of(case: Case) -> int | None:
    """Return what the customer is worth a year, in minor units of its own currency; None where nothing is known."""
    worth = contracted([case.account], clock.today()).get(case.account_id)
    return worth.minor if worth and worth.currency == case.account.currency else None
