"""Keeping a file's cases, many at once: new ones made, those that stand completed, all in the caller's transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from proxeny.accounts.models import Account
from proxeny.accounts.worth import contracted
from proxeny.cases import texts
from proxeny.cases.events import Kind
from proxeny.cases.importing.course import Course, course_of, over
from proxeny.cases.importing.customers import Colleagues, Contacts, Customers
from proxeny.cases.importing.history import History
from proxeny.cases.importing.inserting import insert_all
from proxeny.cases.importing.making import Maker
from proxeny.cases.importing.standing import Standing, beside, facts_of, standing_of
from proxeny.cases.keeping_up import KEPT, adopt, clock_rows
from proxeny.cases.models import Assignment, Case, CaseClock, Message, Solution, StepPass, Waiting
from proxeny.cases.numbering import next_number
from proxeny.cases.reckoning import Reckoned, reckon
from proxeny.cases.service_levels import ServiceLevels
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch, RowChange
from proxeny.intake.rows.shelf import AT_ONCE
from proxeny.ledger import appending
from proxeny.ledger.reconciling import telling

_SAID = (
    "number", "title", "text", "product", "reporter_id", "owner_id", "severity", "priority", "kind", "cause",
    "environment", "purpose", "is_confidential", "merged_into_id", "parent_id",
)  # fmt: skip


@dataclass(slots=True)
class Plan:
    """What is to be done with one handful of cases; `unchanged` stand as the file has them, `aside` have no customer here."""

    made: list[tuple[History, Account]] = field(default_factory=list)
    changed: list[tuple[Standing, Course]] = field(default_factory=list)
    unchanged: int = 0
    aside: list[History] = field(default_factory=list)


def plans(
    histories: Sequence[History], customers: Customers, source: str, *, lock: bool
) -> Iterator[tuple[Sequence[History], Plan]]:
    """Yield what is to be done, five hundred cases at a time; `lock` where it is then done."""
    every = iter(histories)
    while several := list(islice(every, AT_ONCE)):
        standing = standing_of(source, [one.reference for one in several], lock=lock)
        plan = Plan()
        for one in several:
            _place(one, standing.get(one.reference), customers, plan)
        yield several, plan


def _place(history: History, standing: Standing | None, customers: Customers, plan: Plan) -> None:
    if standing is not None:
        course = beside(standing.own, over(standing.course, history))
        if course.differs(standing.course):
            plan.changed.append((standing, course))
        else:
            plan.unchanged += 1
    elif (account := customers.of(history.account)) is not None:
        plan.made.append((history, account))
    else:
        plan.aside.append(history)


class Keeper:
    """Carries out plans for one batch."""

    def __init__(self, batch: Batch, source: str, program: str, customers: Customers) -> None:
        everyone = customers.all
        self._batch = batch
        self._levels = ServiceLevels()
        self._worth = contracted(everyone, clock.today())
        self._maker = Maker(batch, source, program, clock.now(), Colleagues(), Contacts(everyone))

    def keep(self, plan: Plan, *, by: Actor) -> None:
        """Make and change what the plan says; what was before stays with the batch."""
        if plan.made:
            self._make(plan.made)
        if plan.changed:
            self._change(plan.changed)
        telling.lay([self._batch.record], by=by)

    def tell(self, count: int, *, by: Actor) -> None:
        """Append one line for all of them."""
        if count:
            batch = self._batch
            appending.append(Kind.IMPORTED, about=[batch.record], by=by, count=count, file=batch.file_name)

    def _make(self, wanted: Sequence[tuple[History, Account]]) -> None:
        first = next_number(count=len(wanted))
        made = [
            Standing(self._maker.case(history, account, number, self._stake(account)), course_of(history))
            for number, (history, account) in enumerate(wanted, start=first)
        ]
        reckoned = self._reckoned(made)
        Case.objects.bulk_create([one.case for one in made])
        messages = [message for one in made for message in self._maker.messages(one.case, one.course)]
        Message.objects.bulk_create(messages, batch_size=AT_ONCE)
        insert_all(row for one in made for row in self._maker.rows(one.case, one.course))
        self._note([one.case.pk for one in made])
        insert_all(_clocks(made, reckoned))
        texts.put_all([one.case for one in made], messages)
        insert_all(
            RowChange(batch=self._batch, subject=str(one.case.record), after=as_made(one.case))
            for one in made
        )

    def _change(self, wanted: Sequence[tuple[Standing, Course]]) -> None:
        cases = [standing.case for standing, _course in wanted]
        messages: list[Message] = []
        for standing, course in wanted:
            had = [one.key for one in standing.course.words]
            messages += self._maker.messages(standing.case, course, had)
        Message.objects.bulk_create(messages, batch_size=AT_ONCE)
        self.lay_down([(standing, course) for standing, course in wanted])
        texts.put_all([], messages)
        insert_all(
            RowChange(
                batch=self._batch,
                subject=str(case.record),
                before={"course": standing.course.as_json()},
                after={"course": course.as_json()},
            )
            for case, (standing, course) in zip(cases, wanted, strict=True)
        )

    def lay_down(self, wanted: Sequence[tuple[Standing, Course]]) -> None:
        """Put these courses in the place of those that imports kept, and reckon the cases anew; messages stay as they are."""
        numbers = [standing.case.pk for standing, _course in wanted]
        for model in (Assignment, Waiting, Solution):
            model._default_manager.filter(case__in=numbers, batch__isnull=False).delete()  # noqa: SLF001  (Django's public name)
        StepPass.objects.filter(case__in=numbers, by__startswith="batch:").delete()
        CaseClock.objects.filter(case__in=numbers).delete()
        insert_all(
            row
            for standing, course in wanted
            for row in self._maker.rows(standing.case, course, standing.own.passes)
        )
        self._note(numbers)
        changed = [Standing(standing.case, course, standing.own) for standing, course in wanted]
        reckoned = self._reckoned(changed)
        for one in changed:
            one.case.changed_at = self._maker.now
        cases = [one.case for one in changed]
        Case.objects.bulk_update(cases, [*KEPT, "changed_at"], batch_size=100)
        insert_all(_clocks(changed, reckoned))

    def _note(self, numbers: Sequence[int]) -> None:
        """Note what was written past the models, so that it goes on record."""
        for model in (Assignment, Waiting, Solution):
            telling.made(model._default_manager.filter(case__in=numbers, batch=self._batch.pk))  # noqa: SLF001
        telling.made(StepPass.objects.filter(case__in=numbers, by=self._maker.by))

    def _reckoned(self, several: Sequence[Standing]) -> list[Reckoned]:
        """Reckon each case anew and put what comes of it into its columns."""
        found = []
        for one in several:
            reckoned = reckon(facts_of(one, one.course), *self._levels.of(one.case), self._maker.now)
            adopt(one.case, reckoned)
            found.append(reckoned)
        return found

    def _stake(self, account: Account) -> int | None:
        worth = self._worth.get(account.pk)
        return worth.minor if worth and worth.currency == account.currency else None


def _clocks(several: Sequence[Standing], reckoned: Sequence[Reckoned]) -> Iterator[CaseClock]:
    for one, found in zip(several, reckoned, strict=True):
        yield from clock_rows(one.case, found)


def as_made(case: Case) -> dict[str, Any]:
    """Return what the import said of the case itself, by which is told whether somebody changed it since."""
    return {name: getattr(case, name) for name in _SAID}
