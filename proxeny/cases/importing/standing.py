"""What stands of cases that a file tells of again: what imports kept of them, and what people did since."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from proxeny.cases.importing.course import Course, Hand, Solved, Waited, Word
from proxeny.cases.models import (
    Assignment,
    Audience,
    Case,
    Message,
    Proposal,
    Solution,
    Step,
    StepPass,
    Waiting,
)
from proxeny.cases.reckoning import Facts, Stretch
from proxeny.cases.sla import Wait
from proxeny.core.references import Reference


@dataclass(slots=True)
class Own:
    """What people here did with a case, which no file changes."""

    customer_wrote: list[datetime] = field(default_factory=list)
    we_wrote: list[datetime] = field(default_factory=list)
    passes: dict[Step, datetime] = field(default_factory=dict)
    proposals: list[Stretch] = field(default_factory=list)
    solutions: list[Stretch] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)


@dataclass(slots=True)
class Standing:
    """A case as it stands: the course that imports kept, the rest. `numbers` are its imported messages by their keys."""

    case: Case
    course: Course = field(default_factory=Course)
    own: Own = field(default_factory=Own)


def standing_of(source: str, references: Sequence[str], *, lock: bool) -> dict[str, Standing]:
    """Return what stands, by the other system's number; `lock` keeps others from changing it until the transaction ends."""
    cases = Case.objects.filter(source=source, source_reference__in=references).select_related("account")
    found = {one.pk: Standing(one) for one in (cases.select_for_update(of=("self",)) if lock else cases)}
    load_courses(found)
    return {one.case.source_reference: one for one in found.values()}


def load_courses(found: dict[int, Standing]) -> None:
    """Fill in what the rows beside each case say."""
    numbers = list(found)
    _take_hands(found, Assignment.objects.filter(case__in=numbers, batch__isnull=False))
    _take_waits(found, Waiting.objects.filter(case__in=numbers))
    _take_solutions(found, Solution.objects.filter(case__in=numbers))
    _take_words(found, Message.objects.filter(case__in=numbers, withdrawn_at=None))
    _take_passes(found, StepPass.objects.filter(case__in=numbers, undone_at=None))
    for case, began, ended in Proposal.objects.filter(case__in=numbers).values_list("case", "at", "ended_at"):
        found[case].own.proposals.append(Stretch(began, ended))


def facts_of(standing: Standing, course: Course) -> Facts:
    """Return the moments of the case with this course and all that people did."""
    own = standing.own
    to_customer = [one for one in course.words if one.audience == Audience.CUSTOMER]
    return Facts(
        opened=standing.case.opened_at,
        customer_wrote=sorted([*own.customer_wrote, *(one.at for one in to_customer if one.is_inbound)]),
        we_wrote=sorted([*own.we_wrote, *(one.at for one in to_customer if not one.is_inbound)]),
        passes={**course.passes, **own.passes},
        proposals=own.proposals,
        solutions=[*own.solutions, *(Stretch(one.at, one.reopened_at) for one in course.solutions)],
        waits=[*own.waits, *(Wait(one.began, one.why, one.who, one.ended) for one in course.waits)],
        is_merged=standing.case.merged_into_id is not None,
    )


def beside(own: Own, course: Course) -> Course:
    """Return the course without what people here have said already: one wait, one solution stands at a time, theirs."""
    if any(one.ended is None for one in own.waits):
        course = replace(course, waits=tuple(one for one in course.waits if one.ended is not None))
    if any(one.ended is None for one in own.solutions):
        solutions = tuple(one for one in course.solutions if one.reopened_at is not None)
        course = replace(course, solutions=solutions, closed=None)
    return course


def _take_hands(found: dict[int, Standing], rows: Iterable[Assignment]) -> None:
    several: defaultdict[int, list[Hand]] = defaultdict(list)
    for row in rows:
        several[row.case_id].append(Hand(row.team_name, row.staff_name, row.began_at, row.ended_at))
    for case, hands in several.items():
        found[case].course = replace(found[case].course, hands=tuple(hands))


def _take_waits(found: dict[int, Standing], rows: Iterable[Waiting]) -> None:
    several: defaultdict[int, list[Waited]] = defaultdict(list)
    for row in rows:
        if row.batch is None:
            found[row.case_id].own.waits.append(Wait(row.began_at, row.why, row.by, row.ended_at))
        else:
            several[row.case_id].append(Waited(row.began_at, row.ended_at, row.why, row.by_name))
    for case, waits in several.items():
        found[case].course = replace(found[case].course, waits=tuple(waits))


def _take_solutions(found: dict[int, Standing], rows: Iterable[Solution]) -> None:
    several: defaultdict[int, list[Solved]] = defaultdict(list)
    for row in rows:
        if row.batch is None:
            found[row.case_id].own.solutions.append(Stretch(row.at, row.reopened_at))
        else:
            several[row.case_id].append(Solved(row.at, row.by_name, row.reopened_at))
    for case, solutions in several.items():
        found[case].course = replace(found[case].course, solutions=tuple(solutions))


def _take_words(found: dict[int, Standing], rows: Iterable[Message]) -> None:
    several: defaultdict[int, list[Word]] = defaultdict(list)
    for row in rows:
        if row.batch is not None:
            word = Word(row.source_reference, row.at, row.audience, row.is_inbound, row.author_name, row.text)
            several[row.case_id].append(word)
        elif row.audience == Audience.CUSTOMER:
            own = found[row.case_id].own
            (own.customer_wrote if row.is_inbound else own.we_wrote).append(row.at)
    for case, words in several.items():
        found[case].course = replace(found[case].course, words=tuple(words))


def _take_passes(found: dict[int, Standing], rows: Iterable[StepPass]) -> None:
    for row in rows:
        standing, step = found[row.case_id], Step(row.step)
        if Reference.parse(row.by).kind != "batch":
            standing.own.passes[step] = row.at
        elif step is Step.RESPONDED and not row.reason:
            standing.course = replace(standing.course, responded=row.at)
        elif step is Step.LEARNED:
            standing.course = replace(standing.course, closed=row.at)
