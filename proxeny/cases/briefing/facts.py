"""The facts a brief stands on, gathered from the case."""

from dataclasses import dataclass, field
from datetime import date

from proxeny.accounts.models import Contact
from proxeny.cases.answering_views import views_of
from proxeny.cases.framing import framing_of
from proxeny.cases.models import Case, Proposal, Satisfaction, Side, State, View
from proxeny.core import clock
from proxeny.core.money import Money

RISKS = ("hidden_bug", "data_accuracy", "clumsier")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the customer: `satisfied` is what would satisfy them, as far as it is open; only we read that.

    `is_understood` tells whether anything was ever said of that, met or not.
    """

    id: int
    name: str
    part: str = ""
    satisfied: tuple[str, ...] = ()
    is_understood: bool = False


@dataclass(frozen=True, slots=True)
class Risks:
    """What may go wrong, or be worse than before, with an answer; each in a person's words, or empty."""

    hidden_bug: str = ""
    data_accuracy: str = ""
    clumsier: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A view: what it answers, and its risks."""

    text: str = ""
    risks: Risks = Risks()


@dataclass(frozen=True, slots=True)
class Way:
    """The way ahead that stands: which of the three, in one sentence, who takes it, by when, why not now."""

    sort: str
    text: str
    who: str = ""
    by: date | None = None
    because: str = ""
    look_again: date | None = None
    look_again_when: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that briefs of one case are written from, as of `today`; what is empty or None is not known."""

    title: str
    customer: str
    today: date
    level: str = ""
    words: str = ""
    environment: str = ""
    purpose: str = ""
    does_today: str = ""
    hoped: str = ""
    severity: str = ""
    is_without_path: bool = True
    days: int = 0
    worth: Money | None = None
    asks: Person | None = None
    behind: Person | None = None
    decides: Person | None = None
    pays: Person | None = None
    satisfied: tuple[str, ...] = ()
    business: Answer = field(default_factory=Answer)
    product: Answer = field(default_factory=Answer)
    way: Way | None = None

    @property
    def effect(self) -> tuple[str, ...]:
        """What is to be there in the end: what would satisfy them all, the customer as a whole first."""
        people = [one for one in (self.behind, self.asks, self.decides, self.pays) if one]
        return tuple(dict.fromkeys([*self.satisfied, *(text for one in people for text in one.satisfied)]))


def gathered(case: Case) -> Facts:
    """Gather what is known of the case; it must have been loaded with its customer and for somebody who may read it."""
    framing, views = framing_of(case), views_of(case)
    wishes: dict[int | None, list[str]] = {}
    for one in Satisfaction.objects.filter(case=case):
        wishes.setdefault(one.contact_id, []).extend([] if one.met_at else [one.when])
    asks = framing.asked_by or case.reporter
    return Facts(
        title=case.title,
        customer=case.account.name,
        today=clock.today(),
        level=str(case.account.get_level_display()),
        words=case.text,
        environment=case.environment,
        purpose=case.purpose,
        does_today=case.today,
        hoped=framing.hoped_conclusion,
        severity=str(case.get_severity_display()),
        is_without_path=case.state == State.PROBLEM,
        days=(clock.now() - case.state_since).days,
        worth=None if case.stake_minor is None else Money(case.stake_minor, case.account.currency),
        asks=_person(asks, wishes),
        behind=_person(framing.on_behalf_of, wishes),
        decides=_person(framing.decides, wishes),
        pays=_person(framing.pays, wishes),
        satisfied=tuple(wishes.get(None, ())),
        business=_answer(views.get(Side.BUSINESS)),
        product=_answer(views.get(Side.PRODUCT)),
        way=_way(case),
    )


def _person(contact: Contact | None, wishes: dict[int | None, list[str]]) -> Person | None:
    if contact is None:
        return None
    said = wishes.get(contact.pk)
    return Person(contact.pk, contact.name, contact.part, tuple(said or ()), said is not None)


def _answer(view: View | None) -> Answer:
    if view is None:
        return Answer()
    return Answer(view.answer, Risks(view.hidden_bug, view.data_accuracy, view.clumsier))


def _way(case: Case) -> Way | None:
    """The way that stands: a path before a request before a not-now; of two, the later."""
    order = [Proposal.Sort.PATH, Proposal.Sort.REQUEST, Proposal.Sort.NOT_NOW]
    standing = list(Proposal.objects.filter(case=case, ended_at=None).order_by("-at", "-pk"))
    found = min(standing, key=lambda one: order.index(Proposal.Sort(one.sort)), default=None)
    if found is None:
        return None
    return Way(
        sort=found.sort,
        text=found.text,
        who=found.owner_name,
        by=found.due_on,
        because=found.because,
        look_again=found.look_again_on,
        look_again_when=found.look_again_when,
    )
