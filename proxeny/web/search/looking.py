"""A search of one person: what holds the words, each thing once, the best first, with how much there is of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, may
from proxeny.search import finding
from proxeny.search.asking import Asked, Wanted, ask
from proxeny.search.finding import Found, Hit
from proxeny.search.models import Document
from proxeny.search.seeing import Seen
from proxeny.web.search import filters, names
from proxeny.web.search.helping import without_unfinished
from proxeny.web.search.kinds import KINDS, kind_of
from proxeny.web.search.names import Name
from proxeny.web.search.opening import open_to

ON_A_PAGE = 20
BESIDE_BEST = 0.2
"""So much of its second best passage adds to what a thing counts."""
NEAREST = 6


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a kind there are; `is_least` where there may be more."""

    number: int
    is_least: bool = False


@dataclass(slots=True)
class Result:
    """One thing that was found, with the hits in it, the best first."""

    kind: str
    number: int
    hits: list[Hit]

    @property
    def score(self) -> float:
        """How well it fits."""
        return self.hits[0].score + (BESIDE_BEST * self.hits[1].score if len(self.hits) > 1 else 0)


@dataclass(slots=True)
class Looked:
    """What came of a search; `is_all` where every text that holds the words was ranked."""

    asked: Asked
    narrowing: filters.Narrowing
    results: list[Result] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    is_all: bool = True
    is_near: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing was asked."""
        return not self.asked.wanted and self.narrowing.is_empty

    @property
    def marks(self) -> Sequence[Wanted]:
        """What is to be marked: the words; of what only comes near, its pairs of characters and its words."""
        if not self.is_near:
            return self.asked.wanted
        tokens = dict.fromkeys(token for one in self.asked.wanted for token in one.tokens if len(token) > 1)
        return [Wanted(token, (token,)) for token in tokens]


def look(actor: Actor, typed: str) -> Looked:
    """Return what the actor may see of what holds the words that were typed."""
    asked = ask(without_unfinished(typed), filters.NAMES)
    narrowing = filters.narrowing(actor, asked.filters)
    looked = Looked(asked, narrowing)
    if looked.is_blank:
        return looked
    by = narrowing.condition(actor)
    within = {name: seen.narrowed(by) for name, seen in open_to(actor).items()}
    _texts(looked, within)
    if may(actor, Area.DOSSIER) and asked.wanted and not (narrowing.documents or narrowing.cases):
        _names(looked, actor)
    if not looked.results and not looked.names and asked.wanted:
        _near(looked, Seen.any_of(within.values()))
    return looked


def _texts(looked: Looked, within: dict[str, Seen]) -> None:
    """Find texts; where there are too many to rank them all, those of each kind by themselves."""
    wanted, scope = looked.asked.wanted, looked.narrowing.scope
    if not wanted:
        # Filters alone: the things themselves, the latest first.
        within = {name: seen.narrowed(Q(kind=name)) for name, seen in within.items()}
    every = finding.find_all(wanted, Seen.any_of(within.values()))
    found = {name: _of_kind(every, name) for name in within}
    if not every.is_all:
        # What most texts are fills what is ranked; rarer kinds are asked by themselves, so that they are seen and counted.
        for name in [one for one in within if one != "case"]:
            found[name] = finding.find_all(wanted, within[name])
        if scope == "message":
            found["case"] = finding.find_all(wanted, within["case"].narrowed(filters.in_scope(scope)))
    results = {name: _grouped(name, one.hits) for name, one in found.items()}
    looked.counts = {name: Count(len(rows), not found[name].is_all) for name, rows in results.items() if rows}
    messages = (
        [hit for hit in found["case"].hits if hit.document.kind == "message"] if "case" in found else []
    )
    if messages:
        looked.counts["message"] = Count(len(messages), not found["case"].is_all)
    if scope:
        kind = kind_of(scope)
        hits = (
            [hit for hit in found[kind.name].hits if scope in (kind.name, hit.document.kind)] if kind else []
        )
        results = {kind.name: _grouped(kind.name, hits)} if kind else {}
        found = {kind.name: found[kind.name]} if kind else {}
    looked.is_all = all(one.is_all for one in found.values())
    rows = [row for of_kind in results.values() for row in of_kind]
    looked.results = (
        sorted(rows, key=lambda row: -row.score) if wanted else sorted(rows, key=_latest, reverse=True)
    )


def _of_kind(found: Found, name: str) -> Found:
    kind = kind_of(name)
    parts = (name, *kind.parts) if kind else (name,)
    return Found([hit for hit in found.hits if hit.document.kind in parts], found.is_all)


def _grouped(name: str, hits: Sequence[Hit]) -> list[Result]:
    results: dict[int, Result] = {}
    for hit in hits:
        number = hit.document.within_number
        if number is not None:
            results.setdefault(number, Result(name, number, [])).hits.append(hit)
    return list(results.values())


def _latest(row: Result) -> tuple[object, int]:
    document: Document = row.hits[0].document
    return document.at, document.pk


def _names(looked: Looked, actor: Actor) -> None:
    """Customers and their people whose names answer; where nothing holds the words, also those that sound alike."""
    scope = looked.narrowing.scope
    found = names.called(actor, looked.asked.text, weakly=not looked.results)
    for kind in ("account", "contact"):
        of_kind = [one for one in found if one.kind == kind]
        if of_kind:
            looked.counts[kind] = Count(len(of_kind), len(of_kind) >= names.MOST)
    if scope in {"", "account", "contact"}:
        looked.names = [one for one in found if scope in {"", one.kind}]


def _near(looked: Looked, within: Seen) -> None:
    hits = finding.resembling(looked.asked.text, within, NEAREST * 2)
    rows: list[Result] = []
    for kind in KINDS:
        rows += _grouped(kind.name, [hit for hit in hits if hit.document.kind in (kind.name, *kind.parts)])
    looked.results = sorted(rows, key=lambda row: -row.hits[0].score)[:NEAREST]
    looked.is_near = bool(looked.results)
