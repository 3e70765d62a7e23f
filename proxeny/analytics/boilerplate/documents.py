"""How much of a document is the same as what other customers got.

A clause counts as shared from five customers on, a document as the same words from four tenths of its text on; what lies
below that, but is alike as a whole to a document of another customer, counts too. Both limits, and that clauses carry it
and not whole texts, were measured on made-up reports (docs/methods.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.boilerplate.clauses import Clause, clauses
from proxeny.analytics.boilerplate.frequency import Frequencies, frequencies
from proxeny.analytics.boilerplate.minhash import alike, shingles

LEAST_CUSTOMERS = 5
LEAST_SHARE = 0.4
LEAST_SIZE = 20
"""Size of a text (see `clauses.Clause`) below which nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text for one customer; `names` are those that stand for this customer: its company, its people, its products."""

    customer: str
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedClause:
    """A clause as it stands in the document, and how many other customers have it too."""

    words: str
    others: int


@dataclass(frozen=True, slots=True)
class SameWords:
    """What a document has in common with those of other customers.

    `share` of its text, from 0 to 1, stands in documents of at least five customers, None where there is too little text
    to tell; `clauses` are these, the longest first. `others` is the number of other customers with at least four tenths
    of this text, or with a document that is alike as a whole. `alike` are the places of such documents with their
    likeness (0.5 to 1), the most alike first; they are looked for only where the share is small.
    """

    share: float | None
    clauses: tuple[SharedClause, ...]
    others: int
    alike: tuple[tuple[int, float], ...]
    is_same: bool


def same_words(documents: Sequence[Document], house: Sequence[str] = ()) -> tuple[SameWords, ...]:
    """Say of each document what it shares with other customers' documents, in the order given.

    `house` are texts that everybody may share (greeting, signature, legal notice): their sentences count neither way.
    """
    allowed = {clause.key for text in house for clause in clauses(text)}
    own = [
        [clause for clause in clauses(one.text, one.names) if clause.key not in allowed] for one in documents
    ]
    numbers: dict[str, int] = {}
    owners = np.array([numbers.setdefault(one.customer, len(numbers)) for one in documents], dtype=np.int64)
    counted = frequencies(own, owners)
    found = [_by_clauses(one, counted, int(owner)) for one, owner in zip(own, owners, strict=True)]
    asked = [place for place, one in enumerate(found) if one.share is not None and not one.is_same]
    beside: dict[int, list[tuple[int, float]]] = {}
    if asked:
        sets = [shingles("\n".join(clause.key for clause in one)) for one in own]
        for place, other, likeness in alike(sets, np.array(asked, dtype=np.int64), owners):
            beside.setdefault(place, []).append((other, likeness))
    return tuple(
        _with_alike(one, beside[place], owners.tolist()) if place in beside else one
        for place, one in enumerate(found)
    )


def _by_clauses(own: list[Clause], counted: Frequencies, owner: int) -> SameWords:
    size = sum(clause.size for clause in own)
    if size < LEAST_SIZE:
        return SameWords(None, (), 0, (), is_same=False)
    shared = [clause for clause in own if counted.spread(clause) >= LEAST_CUSTOMERS]
    share = sum(clause.size for clause in shared) / size
    if share < LEAST_SHARE:
        others = 0
    else:
        common = counted.shared_with(shared)
        common[owner] = 0.0
        others = int(np.count_nonzero(common >= LEAST_SHARE * size))
    named = {clause.key: SharedClause(clause.words, counted.spread(clause) - 1) for clause in shared}
    longest = sorted(named.values(), key=lambda one: -len(one.words))
    return SameWords(share, tuple(longest), others, (), is_same=share >= LEAST_SHARE)


def _with_alike(one: SameWords, beside: list[tuple[int, float]], owners: list[int]) -> SameWords:
    nearest = tuple(sorted(beside, key=lambda pair: (-pair[1], pair[0])))
    return SameWords(
        one.share, one.clauses, len({owners[place] for place, _ in nearest}), nearest, is_same=True
    )
