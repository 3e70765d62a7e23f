"""Finding: what holds all the words, the best first; and, where nothing does, what comes nearest."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from proxeny.core import clock
from proxeny.search.asking import Wanted
from proxeny.search.engines import engine
from proxeny.search.models import Document
from proxeny.search.nearness import Telling, nearest
from proxeny.search.pooling import frequencies, pool
from proxeny.search.questions import matter
from proxeny.search.ranking import Corpus, scores
from proxeny.search.seeing import Seen, documents
from proxeny.search.sizes import forget_sizes, size
from proxeny.search.tokens import tokens

__all__ = ["Found", "Hit", "corpus", "find", "find_all", "forget_sizes", "resembling"]

LOOKED_AT = 200
"""So many candidates are ranked; of words that more documents hold, the latest, and those that hold them in their titles."""
RANKED = 150
"""So many of those nearest to a question are ranked in full."""
TELLING = 40
"""So many tokens of a long question are asked for: those that tell most."""
FRESHNESS = 0.25
"""By how much what is new stands before what is old and fits as well."""
FADES = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, and how well it fits; `exact` where it holds all that was asked for."""

    document: Document
    score: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first; `is_all` where nothing else holds the words."""

    hits: list[Hit]
    is_all: bool


def find(wanted: Sequence[Wanted], within: Q | Seen, most: int = 50) -> list[Hit]:
    """Return up to `most` documents that hold all of `wanted`, the best first.

    `within` says which documents the asker may see; nothing else of the others enters, not even how many they are.
    """
    return find_all(wanted, within).hits[:most] if wanted else []


def find_all(wanted: Sequence[Wanted], within: Q | Seen) -> Found:
    """Return what holds all of `wanted`, the best first, up to `LOOKED_AT`; without words the latest."""
    seen = Seen.of(within)
    whole = frequencies(wanted)
    latest = pool(wanted, seen, LOOKED_AT, whole=whole)
    rows = {row.pk: row for row in latest.rows}
    if not latest.is_all and wanted:
        titled = pool(wanted, seen, LOOKED_AT // 2, in_title=True, whole=whole)
        rows |= {row.pk: row for row in titled.rows}
    query = [token for one in wanted for token in dict.fromkeys(one.tokens)]
    known = Corpus(*size(), whole)
    return Found(_ranked(list(rows.values()), query, len(rows), exact=True, known=known), latest.is_all)


def resembling(text: str, within: Q | Seen, most: int = 10, beside: Q | None = None) -> list[Hit]:
    """Return up to `most` documents that resemble `text`, a question or a description, the nearest first."""
    query = tokens(matter(text))
    known = corpus(query)
    telling = sorted(known.frequencies, key=lambda token: -known.weight(token))[:TELLING]
    weights = [Telling(token, known.weight(token), known.frequencies[token]) for token in telling]
    seen = Seen.of(within) if beside is None else Seen.of(within).narrowed(~beside)
    numbers = nearest(weights, known.half_length, seen, RANKED)
    return _ranked(documents(numbers), query, most, exact=False, known=known)


def corpus(query: Sequence[str]) -> Corpus:
    """Return what is known of all documents, as far as the query needs it."""
    return Corpus(*size(), engine().frequencies(list(dict.fromkeys(query))))


def _ranked(
    candidates: Sequence[Document],
    query: Sequence[str],
    most: int,
    *,
    exact: bool,
    known: Corpus,
) -> list[Hit]:
    if not candidates:
        return []
    points = scores(query, candidates, known)
    if exact:
        points = {row.pk: points[row.pk] * _freshness(row) for row in candidates}
    best = sorted(candidates, key=lambda row: (-points[row.pk], -row.at.timestamp(), -row.pk))
    return [Hit(row, points[row.pk], exact) for row in best[:most]]


def _freshness(row: Document) -> float:
    age = max(clock.now() - row.at, timedelta())
    return 1 + FRESHNESS * math.exp(-age / FADES)
