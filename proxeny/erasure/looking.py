"""Looking for all that is kept of a person or a customer: what would go, row by row; nothing is changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from proxeny.accounts.models import Account, Contact
from proxeny.cases import erasing as cases
from proxeny.cases.models import Attachment, Case
from proxeny.core.erasing import Held, Sought, going_through
from proxeny.core.erasing.chunks import each, union
from proxeny.core.erasing.going_through import Target, Touched
from proxeny.core.erasing.sought import identifiers, lines_of, sentences
from proxeny.core.sentences import N_
from proxeny.desk import erasing as desk
from proxeny.desk.models import Draft, Visit
from proxeny.erasure import sessions
from proxeny.erasure.events import Kind
from proxeny.erasure.models import Order
from proxeny.erasure.places import TABLES
from proxeny.intake import erasing as intake
from proxeny.intake.models import RowChange
from proxeny.ledger import erasing as ledger
from proxeny.notices import erasing as notices
from proxeny.notices.models import Notice
from proxeny.search import erasing as search
from proxeny.search.models import Document

SIGNED_IN = N_("sign-ins that hold a name")


class Figure(NamedTuple):
    """How many of a kind go: those that all readers of an order may know of, and those told in confidence or not told apart."""

    kind: str
    open: int
    secret: int


@dataclass(frozen=True)
class Found:
    """All that goes.

    `theirs` are the references of what is the person's as a whole. `whole` holds, by table, the numbers of rows that go because
    they are about one of these; `rows` those that change. `lines` are texts of the record, each with whether it is
    confidential; `files` lie in the store.
    """

    target: Target
    theirs: frozenset[str]
    whole: dict[Any, set[int]]
    rows: list[tuple[Held, list[Touched]]]
    lines: dict[int, bool]
    files: list[str]
    sessions: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many rows there are in all, lines of the record apart."""
        return sum(len(rows) for _held, rows in self.rows) + sum(map(len, self.whole.values()))

    @property
    def figures(self) -> list[Figure]:
        """The same by kind, the most first."""
        counted: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for held, rows in self.rows:
            for row in rows:
                counted[held.kind][row.is_secret or held.account == ""] += 1
        for model, numbers in self.whole.items():
            counted[KINDS[model]][1] += len(numbers)
        for is_secret in self.lines.values():
            counted[ledger.LINES][is_secret] += 1
        counted[intake.FILES][1] += len(self.files)
        counted[SIGNED_IN][1] += len(self.sessions)
        figures = [Figure(kind, *both) for kind, both in counted.items() if sum(both)]
        return sorted(figures, key=lambda one: (-one.open - one.secret, one.kind))


KINDS: dict[Any, str] = {
    Document: search.TEXTS,
    Notice: notices.NOTICES,
    Draft: desk.DRAFTS,
    Visit: desk.RECENTS,
    RowChange: intake.ROWS,
}


def look(order: Order) -> Found:
    """Look for all that goes with the order. It takes as long as reading every text once."""
    target = _target(order)
    theirs = frozenset(one for held in TABLES for one in going_through.own_references(held, target))
    whole = {
        Document: union(theirs, search.texts_of),
        Notice: union(theirs, notices.notices_of),
        Draft: desk.drafts_about(theirs),
        Visit: union(theirs, desk.visits_to),
        RowChange: union(theirs, intake.rows_of),
    }
    rows = [(held, _others(going_through.found(held, target), whole.get(held.model, ()))) for held in TABLES]
    attached = [row.pk for held, found in rows if held.model is Attachment for row in found if row.is_own]
    return Found(
        target=target,
        theirs=theirs,
        whole=whole,
        rows=[(held, found) for held, found in rows if found],
        lines=_lines(target, theirs),
        files=sorted({*cases.files_of(attached), *intake.files_with(target.sought)}),
        sessions=sessions.holding(target.sought),
    )


def _target(order: Order) -> Target:
    """Who goes, and by what they are known: names, mail addresses, phone numbers, and whole sentences of their own."""
    account = order.account_id
    of_contact = Contact.objects.filter(account=account)
    if order.contact_id:
        of_contact = of_contact.filter(pk=order.contact_id)
    known = [text for row in of_contact.values_list("name", "email", "phone") for text in row]
    if not order.contact_id:
        known += Account.objects.filter(pk=account).values_list("name", flat=True)
    target = Target(
        contacts=frozenset([order.contact_id] if order.contact_id else []),
        whole=frozenset([] if order.contact_id else [account]),
        near=frozenset([account]),
        sought=Sought(identifiers(*known, *order.also)),
    )
    if not order.contact_id:
        return target
    words = [one for held in TABLES for one in going_through.own_words(held, target)]
    return replace(target, sought=replace(target.sought, quotes=sentences(words), lines=lines_of(words)))


def _lines(target: Target, theirs: Collection[str]) -> dict[int, bool]:
    """The lines of the record: those that hold a name, those about what is theirs, near ones that hold their sentences."""
    numbers = Case.objects.filter(account__in=target.near).values_list("pk", flat=True)
    near = [*(f"account:{one}" for one in target.near), *(f"case:{one}" for one in numbers)]
    stays = [Kind.CONFIRMED.value, Kind.ERASED.value]
    found = ledger.holding(target.sought, near=[], own=[], but=stays)
    for part in each(theirs):
        found.update(ledger.holding(Sought(()), near=[], own=part, but=stays))
    theirs_said = replace(target.sought, names=())
    for part in each(near) if target.sought.lines else ():
        found.update(ledger.holding(theirs_said, near=part, own=[], but=stays))
    return found


def _others(rows: Iterable[Touched], whole: Collection[int]) -> list[Touched]:
    return [row for row in rows if row.pk not in whole]
