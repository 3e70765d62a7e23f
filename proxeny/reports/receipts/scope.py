"""Of what somebody may hand out a receipt: entries that the customer knows of, never any that was told in confidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from proxeny.accounts.models import Account
from proxeny.cases import access as cases
from proxeny.cases.models import Audience, Case, Step, StepPass
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from proxeny.ledger.reading import Line
from proxeny.promises import access as promises
from proxeny.reports.receipts.showing import is_solved, shows

OF_PROMISES = ("promise.made", "promise.made-unsynced", "promise.moved", "promise.kept")
OF_MESSAGES = ("case.wrote", "case.customer-wrote")
OF_STEPS = ("case.step-passed", "case.step-skipped")
MOST = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of which a receipt can be made; `with_text`: the customer may read what it says."""

    line: Line
    with_text: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """What the receipt is about, and the entries to choose from, the newest first; there is one at least."""

    account: Account
    record: Reference
    title: str
    choices: tuple[Choice, ...]
    case: Case | None = None

    def chosen(self, sequence: int) -> Choice:
        """Return the choice with that entry, or raise NotFound."""
        for one in self.choices:
            if one.line.sequence == sequence:
                return one
        raise NotFound(f"entry {sequence}")


def of_promise(actor: Actor, number: int) -> Scope:
    """Return what there is to hand out of a promise to who speaks for the customer or sells to it, or raise NotFound."""
    promise = promises.promise_for(actor, number)
    if promise.in_confidence or not promises.may_note(actor, promise.account):
        raise NotFound(str(promise.record))
    lines = reading.about(promise.record, most=MOST, kinds=OF_PROMISES)
    return _scope(promise.account, promise.record, promise.what, lines)


def of_message(actor: Actor, number: int) -> Scope:
    """Return the same of a message that the customer got or wrote, to who may write in its case, or raise NotFound."""
    message = cases.message_for(actor, number, write=True)
    has_left = message.leaves_at is None or message.leaves_at <= clock.now()
    if message.audience != Audience.CUSTOMER or message.is_confidential or not has_left:
        raise NotFound(str(message.record))
    lines = reading.about(message.record, most=MOST, kinds=OF_MESSAGES)
    return _scope(message.case.account, message.record, _title(message.case), lines, message.case)


def of_case(actor: Actor, number: int) -> Scope:
    """Return the same of the last step of a case that is solved, or raise NotFound."""
    case = cases.case_for(actor, number, write=True)
    if not StepPass.objects.filter(case=case, step=Step.SOLVED, undone_at=None).exists():
        raise NotFound(str(case.record))
    lines = reading.about(case.record, most=MOST, kinds=OF_STEPS)
    solved = [line for line in lines if is_solved(line.content)]
    return _scope(case.account, case.record, _title(case), solved[:1], case)


def _scope(
    account: Account, record: Reference, title: str, lines: Iterable[Line], case: Case | None = None
) -> Scope:
    """Leave out what is about a case that became confidential since; raise NotFound where nothing is left."""
    lines = list(lines)
    named = {
        key
        for line in lines
        for kind, _, key in (one.partition(":") for one in line.subjects)
        if kind == "case"
    }
    hidden = Case.objects.filter(pk__in=named, is_confidential=True).values_list("pk", flat=True)
    closed = {f"case:{row}" for row in hidden}
    choices = tuple(
        Choice(line, with_text=line.content is not None and shows(line.kind, line.content))
        for line in lines
        if closed.isdisjoint(line.subjects)
    )
    if not choices or (case is not None and case.is_confidential):
        raise NotFound(str(record))
    return Scope(account, record, title, choices, case)


def _title(case: Case) -> str:
    return f"{case.number} {case.title}"
