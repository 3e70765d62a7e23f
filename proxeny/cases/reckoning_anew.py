"""Reckoning anew how far cases have come, from the rows beside them, to see whether their columns still say the same."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from proxeny.cases.models import Case, Proposal, Solution, StepPass
from proxeny.cases.models.words import Step
from proxeny.cases.reckoning import Course, Facts, Stretch, course

COLUMNS = Course._fields


def otherwise(numbers: Collection[int]) -> Mapping[int, Collection[str]]:
    """Return those of the cases with these numbers whose columns are not what their rows say, each with the columns."""
    passes: defaultdict[int, dict[Step, datetime]] = defaultdict(dict)
    standing = StepPass.objects.filter(case__in=numbers, undone_at=None)
    for number, step, at in standing.order_by().values_list("case", "step", "at"):
        passes[number][Step(step)] = at
    proposals = _stretches(Proposal.objects.filter(case__in=numbers), "ended_at")
    solutions = _stretches(Solution.objects.filter(case__in=numbers), "reopened_at")
    found: dict[int, list[str]] = {}
    rows = Case.objects.filter(pk__in=numbers).order_by().values_list("pk", "opened_at", *COLUMNS)
    for number, opened, *said in rows:
        facts = Facts(opened, passes=passes[number], proposals=proposals[number], solutions=solutions[number])
        pairs = zip(COLUMNS, course(facts), said, strict=True)
        if other := [name for name, reckoned, kept in pairs if reckoned != kept]:
            found[number] = other
    return found


def _stretches(rows: Any, end: str) -> Mapping[int, list[Stretch]]:
    found: defaultdict[int, list[Stretch]] = defaultdict(list)
    for number, *moments in rows.order_by("at").values_list("case", "at", end):
        found[number].append(Stretch(*moments))
    return found
