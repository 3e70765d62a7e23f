"""Rows for imported cases: the case itself, what belongs to it, and what is reckoned of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.cases.importing.course import Course
from proxeny.cases.importing.customers import Colleagues, Contacts
from proxeny.cases.importing.history import History
from proxeny.cases.importing.history import Severity as Told
from proxeny.cases.importing.kinds import kind_of
from proxeny.cases.models import (
    Assignment,
    Case,
    Channel,
    Message,
    Severity,
    Solution,
    State,
    Step,
    StepPass,
    Waiting,
)
from proxeny.cases.prioritising import by_rule
from proxeny.intake.models import Batch

LONGEST_TITLE, LONGEST_PRODUCT, LONGEST_TITLE_OF_TEXT = 200, 120, 60
_SEVERITIES = {
    Told.CRITICAL: Severity.CRITICAL,
    Told.HIGH: Severity.HIGH,
    Told.NORMAL: Severity.NORMAL,
    Told.LOW: Severity.LOW,
    Told.UNTOLD: Severity.NORMAL,
}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes unsaved rows for one batch; `source` is the program the file came from, `program` what people call it."""

    batch: Batch
    source: str
    program: str
    now: datetime
    colleagues: Colleagues
    contacts: Contacts

    @property
    def by(self) -> str:
        """Who did it, as it stands on the rows."""
        return str(self.batch.record)

    def case(self, history: History, account: Account, number: int, stake: int | None) -> Case:
        """Return the case without what is reckoned of it."""
        severity = _SEVERITIES[history.severity]
        return Case(
            number=number,
            account=account,
            title=title_of(history)[:LONGEST_TITLE],
            text=history.text.strip(),
            product=history.product[:LONGEST_PRODUCT],
            reporter=self.contacts.of(account, history.reporter),
            channel=Channel.SYSTEM,
            source=self.source,
            source_reference=history.reference,
            owner_id=self._owner(history, account),
            severity=severity,
            priority=by_rule(account.level, severity),
            kind=kind_of(history.kinds),
            opened_at=history.opened_at,
            opened_by=self.by,
            changed_at=self.now,
            batch=self.batch.pk,
            state=State.PROBLEM,
            state_since=history.opened_at,
            stake_minor=stake,
        )

    def _owner(self, history: History, account: Account) -> int | None:
        """Whoever has it there and is a colleague here; an open case of nobody's lies with who speaks for the customer."""
        last = history.assignments[-1].person if history.assignments else ""
        if (person := self.colleagues.person(last)) is not None:
            return person.pk
        return account.spokesperson_id if history.solved_at is None else None

    def rows(self, case: Case, course: Course, taken: Iterable[Step] = ()) -> Iterator[Model]:
        """Yield all that belongs to the case but its messages; steps `taken` by people need no row."""
        yield from self._hands(case, course)
        for wait in course.waits:
            yield Waiting(
                case=case,
                began_at=wait.began,
                ended_at=wait.ended,
                why=wait.why,
                by=self.by,
                by_name=wait.who,
                ended_by=self.by if wait.ended else "",
                batch=self.batch.pk,
            )
        for one in course.solutions:
            yield Solution(
                case=case,
                at=one.at,
                how=_("solved in %(program)s") % {"program": self.program},
                by=self.by,
                by_name=one.who,
                reopened_at=one.reopened_at,
                reopened_by=self.by if one.reopened_at else "",
                batch=self.batch.pk,
            )
        yield from self._passes(case, course, set(taken))

    def _hands(self, case: Case, course: Course) -> Iterator[Assignment]:
        for hand in course.hands:
            yield Assignment(
                case=case,
                staff=self.colleagues.person(hand.person),
                team=self.colleagues.team(hand.team),
                staff_name=hand.person,
                team_name=hand.team,
                began_at=hand.began,
                ended_at=hand.ended,
                by=self.by,
                batch=self.batch.pk,
            )

    def _passes(self, case: Case, course: Course, taken: set[Step]) -> Iterator[StepPass]:
        reason = _("closed in %(program)s") % {"program": self.program}
        for step, at in course.passes.items():
            if step not in taken:
                was_answered = step is Step.RESPONDED and course.responded is not None
                yield StepPass(
                    case=case,
                    step=step,
                    at=at,
                    by=self.by,
                    by_name=self.program,
                    reason="" if was_answered else reason,
                )

    def messages(self, case: Case, course: Course, had: Iterable[str] = ()) -> list[Message]:
        """Return the messages of the course, but for those with keys that stand already."""
        standing = set(had)
        return [
            Message(
                case=case,
                audience=one.audience,
                is_inbound=one.is_inbound,
                staff=None if one.is_inbound else self.colleagues.person(one.who),
                contact=self.contacts.of(case.account, one.who) if one.is_inbound else None,
                author_name=one.who,
                text=one.text,
                at=one.at,
                source_reference=one.key,
                batch=self.batch.pk,
            )
            for one in course.words
            if one.key not in standing
        ]


def title_of(history: History) -> str:
    """Return what the case is called: its title, else its first line, else what kind it is, else its number there."""
    if history.title:
        return " ".join(history.title.split())
    line = next((one.strip() for one in history.text.splitlines() if one.strip()), "")
    if len(line) > LONGEST_TITLE_OF_TEXT:
        line = line[: LONGEST_TITLE_OF_TEXT - 1].rstrip() + "…"
    kinds = " · ".join(history.kinds)
    return line or (f"{history.reference} {kinds}" if kinds else history.reference)
