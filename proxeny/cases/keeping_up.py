"""Keeping what is reckoned of a case true: every verb that changes one ends here."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from proxeny.accounts.worth import contracted
from proxeny.cases.models import Audience, Case, CaseClock, Message, Proposal, Solution, StepPass, Waiting
from proxeny.cases.models.words import Step
from proxeny.cases.placing import place_of
from proxeny.cases.reckoning import Facts, Reckoned, Stretch, reckon
from proxeny.cases.service_levels import ServiceLevels
from proxeny.cases.sla import Wait
from proxeny.core import clock

KEPT = (
    "step", "state", "state_since", "problem_seconds", "solved_at", "closed_at", "due_at", "due_clock", "warns_at",
    "waits_since", "unanswered_since", "last_word_at", "reopened",
)  # fmt: skip


def locked(case: Case) -> Case:
    """Return the case as it stands now, locked until the transaction ends: verbs change one case one after the other."""
    return Case.objects.select_for_update(of=("self",)).select_related("account").get(pk=case.pk)


def keep_up(case: Case, *also: str, levels: ServiceLevels | None = None) -> Case:
    """Reckon the case anew and save it, with the columns named in `also`; it must be locked."""
    levels = levels or ServiceLevels([case.account_id])
    reckoned = reckon(facts_of(case), *levels.of(case), clock.now())
    adopt(case, reckoned)
    case.changed_at = clock.now()
    case.save(update_fields=[*KEPT, "place", "changed_at", *also])
    keep_clocks(case, reckoned)
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
    names = [one.clock.value for one in reckoned.clocks]
    CaseClock.objects.filter(case=case).exclude(clock__in=names).delete()
    CaseClock.objects.bulk_create(
        clock_rows(case, reckoned),
        update_conflicts=True,
        unique_fields=["case", "clock"],
        update_fields=["started_at", "target", "due_at", "warns_at", "met_at", "elapsed"],
    )


def facts_of(case: Case) -> Facts:
    """Return the moments of one case, from its rows."""
    wrote: dict[bool, list[datetime]] = {True: [], False: []}
    # What was said in a case merged into this one was said of the same matter, from this one's opening on.
    merged = Case.objects.filter(merged_into=case.pk).values("pk")
    here = Q(case=case) | Q(case__in=merged, at__gte=case.opened_at)
    written = Message.objects.filter(here, audience=Audience.CUSTOMER, withdrawn_at=None)
    for is_inbound, at in written.order_by("at").values_list("is_inbound", "at"):
        wrote[is_inbound].append(at)
    passes = StepPass.objects.filter(case=case, undone_at=None).values_list("step", "at")
    proposals = Proposal.objects.filter(case=case).values_list("at", "ended_at")
    solutions = Solution.objects.filter(case=case).values_list("at", "reopened_at")
    waits = Waiting.objects.filter(case=case).values_list("began_at", "why", "by", "ended_at")
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
