"""What resembles a matter, of what the reader may see; each with the words they share and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.safestring import SafeString

from proxeny.accounts.models import Account
from proxeny.cases.models import Case, Relation
from proxeny.core.actors import Actor
from proxeny.demand.models import DefectCase
from proxeny.search import finding
from proxeny.search.asking import Wanted
from proxeny.search.finding import Hit
from proxeny.search.questions import matter
from proxeny.search.tokens import is_han, tokens
from proxeny.web.cases.resembling.outcomes import Outcome, outcomes
from proxeny.web.search.kinds import KINDS, Kind, Line, kind_of
from proxeny.web.search.marking import marked, passage, spans, without_title

MOST_CASES, MOST_OTHERS = 4, 4
LONGEST = 800
LENGTH = 90
LEAST_SHARED = 4
"""So many different characters of words must be shared, or it is chance: two Chinese words, or one long word of letters."""
BESIDE_BEST = 0.2
"""What fits less than this beside the best is left out."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Something that resembles the matter: the words that both share stand marked in `why`."""

    kind: Kind
    number: int
    line: Line
    title: SafeString
    why: SafeString
    outcome: Outcome
    is_same_customer: bool


def like_case(actor: Actor, case: Case) -> list[Alike]:
    """Return what resembles the case: not itself, nor what it is tied to already."""
    text = "\n".join(filter(None, (case.title, case.text, case.product)))
    tied = [str(case.record), *_tied(case)]
    return like(actor, text, case.account, beside=Q(within__in=tied))


def like(actor: Actor, text: str, account: Account | None, beside: Q | None = None) -> list[Alike]:
    """Return what resembles the text, a matter of that customer: cases first, then what is known, owed and asked for."""
    text = text[:LONGEST]
    others = reduce(or_, (_within(kind, actor, account) for kind in KINDS if kind.name != "case"))
    cases = next(kind for kind in KINDS if kind.name == "case").within(actor) & Q(kind="case")
    shared = _shared(text)
    # What is known, owed and asked for comes first: it says what to do, where another case only says that it was so before.
    found = _telling(finding.resembling(text, others, MOST_OTHERS, beside), shared)
    found += _telling(finding.resembling(text, cases, MOST_CASES, beside), shared)
    return _drawn(actor, found, shared, account)


def _within(kind: Kind, actor: Actor, account: Account | None) -> Q:
    own = Q(account=account.pk if account else None)
    return kind.within(actor) & (own if kind.name == "promise" else Q())


def _shared(text: str) -> list[Wanted]:
    """The pairs and words of the text, as they are looked for in what resembles it."""
    words = dict.fromkeys(token for token in tokens(matter(text)) if len(token) > 1)
    return [Wanted(word, (word,)) for word in words]


def _telling(hits: list[Hit], shared: list[Wanted]) -> list[Hit]:
    """Those that share enough to be no chance."""
    if not hits:
        return []
    least = hits[0].score * BESIDE_BEST
    return [hit for hit in hits if hit.score >= least and _weight(hit, shared) >= LEAST_SHARED]


def _weight(hit: Hit, shared: list[Wanted]) -> int:
    text = f"{hit.document.title}\n{hit.document.text}"
    words = {text[start:end].casefold() for start, end in spans(text, shared)}
    letters = {letter for word in words if is_han(word) for letter in word}
    return len(letters) + sum(min(len(word), 3) for word in words if not is_han(word))


def _drawn(actor: Actor, hits: list[Hit], shared: list[Wanted], account: Account | None) -> list[Alike]:
    numbers: dict[str, list[int]] = {}
    for hit in hits:
        if hit.document.within_number is not None:
            numbers.setdefault(hit.document.kind, []).append(hit.document.within_number)
    lines, became = {}, {}
    for name, wanted in numbers.items():
        kind = kind_of(name)
        if kind is not None:
            lines[name] = kind.load(actor, wanted)
            became[name] = outcomes(name, wanted)
    return [
        Alike(
            kind=kind,
            number=number,
            line=line,
            title=marked(line.title, shared),
            why=_why(hit, line, shared),
            outcome=became[kind.name].get(number, Outcome("")),
            is_same_customer=account is not None and hit.document.account == account.pk,
        )
        for hit in hits
        if (kind := kind_of(hit.document.kind)) is not None
        and (number := hit.document.within_number) is not None
        and (line := lines[kind.name].get(number)) is not None
    ]


def _why(hit: Hit, line: Line, shared: list[Wanted]) -> SafeString:
    """The words of its text that are shared; nothing where the text says no more than the title above."""
    shown = passage(without_title(hit.document.text, line.title), shared, LENGTH)
    return shown if "<mark>" in shown else SafeString()


def _tied(case: Case) -> Iterable[str]:
    """The references of cases and defects that the case is tied to already, and of cases merged into it."""
    pairs = Relation.objects.filter(Q(first=case) | Q(second=case), ended_at=None).values_list(
        "first", "second"
    )
    numbers = {number for pair in pairs for number in pair}
    numbers.update(Case.objects.filter(Q(merged_into=case) | Q(parent=case)).values_list("pk", flat=True))
    if case.parent_id:
        numbers.add(case.parent_id)
    defects = DefectCase.objects.filter(case=case, ended_at=None).values_list("defect", flat=True)
    return [*(f"case:{number}" for number in numbers), *(f"defect:{number}" for number in defects)]
