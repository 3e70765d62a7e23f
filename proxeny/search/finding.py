"""Finding: what holds all the words, the best first; and, where nothing does, what comes nearest."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Avg, Q

from proxeny.core import clock
from proxeny.search.asking import Wanted
from proxeny.search.engines import engine
from proxeny.search.models import Document
from proxeny.search.nearness import nearest
from proxeny.search.questions import matter
from proxeny.search.ranking import Corpus, scores
from proxeny.search.tokens import fold, tokens

LOOKED_AT = 200
"""So many candidates are ranked; of words that more documents hold, the latest."""
RANKED = 100
"""So many of those nearest to a question are ranked in full."""
TELLING = 24
"""So many tokens of a long question are asked for: those that tell most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, and how well it fits; `exact` where it holds all that was asked for."""

    document: Document
    score: float
    exact: bool


def find(wanted: Sequence[Wanted], within: Q, most: int = 50) -> list[Hit]:
    """Return up to `most` documents that hold all of `wanted`, the best first.

    `within` says which documents the asker may see; nothing else of the others enters, not even how many they are.
    """
    if not wanted:
        return []
    found = Document.objects.filter(within).filter(engine().with_all(wanted)).order_by("-at", "-pk")
    candidates = [row for row in found[:LOOKED_AT] if _holds(row, wanted)]
    return _ranked(candidates, [token for one in wanted for token in tokens(one.text)], most, exact=True)


def resembling(text: str, within: Q, most: int = 10, beside: Q | None = None) -> list[Hit]:
    """Return up to `most` documents that resemble `text`, a question or a description, the nearest first."""
    query = tokens(matter(text))
    known = corpus(query)
    telling = sorted(dict.fromkeys(query), key=lambda token: -known.weight(token))
    weights = {token: known.weight(token) for token in telling if token in known.frequencies}
    weights = dict(list(weights.items())[:TELLING])
    numbers = nearest(weights, known.half_length, LOOKED_AT)
    found = Document.objects.filter(within, pk__in=numbers)
    if beside is not None:
        found = found.exclude(beside)
    places = {number: place for place, number in enumerate(numbers)}
    candidates = sorted(found, key=lambda row: places[row.pk])[:RANKED]
    return _ranked(candidates, query, most, exact=False, known=known)


def corpus(query: Sequence[str]) -> Corpus:
    """Return what is known of all documents, as far as the query needs it."""
    count, mean = _size()
    return Corpus(count, mean, engine().frequencies(list(dict.fromkeys(query))))


_KEEPS_SECONDS = 60
_sizes: dict[str, tuple[float, int, float]] = {}


def _size() -> tuple[int, float]:
    """Return how many documents there are and how long they are on average; counted once a minute."""
    now = clock.machine_now().timestamp()
    kept = _sizes.get("all")
    if kept is None or now - kept[0] > _KEEPS_SECONDS:
        count = Document.objects.count()
        mean = Document.objects.aggregate(mean=Avg("length"))["mean"] or 1.0
        kept = _sizes["all"] = (now, count, float(mean))
    return kept[1], kept[2]


def forget_sizes() -> None:
    """Count anew: after very many texts have come at once."""
    _sizes.clear()


def _holds(row: Document, wanted: Sequence[Wanted]) -> bool:
    """Tell whether the words stand there as they were typed, not only their pairs of characters."""
    text = " ".join(fold(f"{row.title}\n{row.text}").split())
    return all(len(one.tokens) < 2 or one.text in text for one in wanted)


def _ranked(
    candidates: Sequence[Document],
    query: Sequence[str],
    most: int,
    *,
    exact: bool,
    known: Corpus | None = None,
) -> list[Hit]:
    if not candidates:
        return []
    points = scores(query, candidates, known or corpus(query))
    best = sorted(candidates, key=lambda row: (-points[row.pk], -row.at.timestamp(), -row.pk))
    return [Hit(row, points[row.pk], exact) for row in best[:most]]
