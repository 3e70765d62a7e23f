"""Cases: how long they stood without a way ahead, in the last ninety days."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from proxeny.cases.models import Case, Merge, Proposal, Solution
from proxeny.cases.models.words import Severity, State
from proxeny.cases.reckoning import Facts, Stretch, problem_time
from proxeny.core import clock
from proxeny.core.findings import Evidence
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import NAMED, Known
from proxeny.judgement.signals.scale import Scale
from proxeny.judgement.signals.signal import Reading, Readings, Signal

WINDOW = 90
HOURS = Scale((0, 90), (24, 75), (120, 40), (480, 0))
"""None: 90; a day without a way ahead: 75; five days: 40; twenty: 0; a severe case counts double."""
SEVERE_COUNTS = 2
SHOWN = 3


@dataclass(slots=True)
class _Dark:
    """What one customer's cases amount to: hours without a way ahead, weighted, and those that stand so now."""

    hours: float = 0.0
    cases: int = 0
    newest: datetime | None = None
    standing: list[tuple[float, Case]] = field(default_factory=list)


def read(known: Known) -> Readings:
    """Reckon each case's dark hours from when its proposals and solutions stood, not from what it says of itself today."""
    of: dict[int, _Dark] = defaultdict(_Dark)
    cases = list(_cases(known))
    stretches = _stretches(cases, known)
    for case in cases:
        if case.account_id in known.accounts:
            _add(of[case.account_id], case, stretches[case.pk], known)
    return {account: _reading(dark) for account, dark in of.items()}


def _cases(known: Known) -> Iterable[Case]:
    """Those that were open at some time of the ninety days; never those told in confidence."""
    merged = Merge.objects.filter(at__lt=known.until).exclude(undone_at__lt=known.until)
    return (
        Case.objects.filter(known.these, opened_at__lt=known.until, is_confidential=False)
        .filter(Q(closed_at=None) | Q(closed_at__gte=known.since(WINDOW)))
        .exclude(pk__in=merged.values("source"))
        .only("number", "title", "account_id", "severity", "opened_at", "closed_at", "source")
        .order_by("pk")
    )


def _stretches(cases: list[Case], known: Known) -> dict[int, tuple[list[Stretch], list[Stretch]]]:
    """The proposals and solutions of the cases, as they were known: an end that came later has not come."""
    found: dict[int, tuple[list[Stretch], list[Stretch]]] = {case.pk: ([], []) for case in cases}
    few = Q(case__in=list(found)) if len(found) <= NAMED else Q()
    proposals = Proposal.objects.filter(few, at__lt=known.until).values_list("case_id", "at", "ended_at")
    solutions = Solution.objects.filter(few, at__lt=known.until).values_list("case_id", "at", "reopened_at")
    for place, rows in enumerate((proposals, solutions)):
        for case, began, ended in rows.order_by("pk").iterator(chunk_size=5000):
            if case in found:
                found[case][place].append(Stretch(began, ended if ended and ended < known.until else None))
    return found


def _add(dark: _Dark, case: Case, stretches: tuple[list[Stretch], list[Stretch]], known: Known) -> None:
    closed = case.closed_at if case.closed_at and case.closed_at < known.until else None
    facts = Facts(case.opened_at, proposals=stretches[0], solutions=stretches[1])
    seconds = _within(facts, closed, known.until) - _within(facts, closed, known.since(WINDOW))
    hours = seconds / 3600 * (SEVERE_COUNTS if case.severity <= Severity.HIGH else 1)
    dark.hours += hours
    dark.cases += 1
    dark.newest = max(dark.newest or case.opened_at, case.opened_at)
    if closed is None and problem_time(facts, None)[0] == State.PROBLEM:
        dark.standing.append((hours, case))


def _within(facts: Facts, closed: datetime | None, until: datetime) -> float:
    """Seconds in problem state from the opening to `until`."""
    if until <= facts.opened:
        return 0.0
    ended = min(closed, until) if closed else until
    return float(problem_time(facts, ended)[2])


def _reading(dark: _Dark) -> Reading:
    longest = sorted(dark.standing, key=lambda one: -one[0])[:SHOWN]
    return Reading(
        HOURS.points(dark.hours),
        sure=1.0,
        fresh_on=clock.day_of(dark.newest) if dark.newest else None,
        text=Sentence(
            N_(
                "Cases in ninety days: %(cases)s; hours without a way ahead: %(hours)s; without one now: %(standing)s"
            ),
            {"cases": dark.cases, "hours": round(dark.hours), "standing": len(dark.standing)},
        ),
        evidence=tuple(
            Evidence(
                Sentence(
                    N_("Case %(number)s has no way ahead: %(title)s"),
                    {"number": case.number, "title": case.title},
                ),
                f"case:{case.pk}",
            )
            for _hours, case in longest
        ),
    )


SIGNAL = Signal(
    "cases",
    N_("Cases"),
    N_("How long do their matters stand without a way ahead?"),
    N_("No case within ninety days: nobody complains, or nobody talks to us."),
    weight=15,
    read=read,
    is_inside=True,
)
