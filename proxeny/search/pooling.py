"""What holds all the words, before it is ranked: everything, or of words that very many hold the latest.

Rare words are asked of the index at once. Of common ones the index would answer with hundreds of thousands of numbers to be
sorted by time; so the latest documents that the asker may see are looked at first, in growing stretches, and the index is only
asked which of these hold the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from proxeny.search import tokens
from proxeny.search.asking import Wanted
from proxeny.search.engines import MANY, engine
from proxeny.search.models import Document

STRETCHES = (1_500, 6_000, 30_000)
TITLED = 2
"""In so many of the stretches titles are looked at: they only add to what is ranked."""
BESIDE = 3
"""So many times as many are fetched where the pairs of a word may stand apart from each other, and some fall away."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Documents that hold all the words, the latest first; `is_all` where there are no others."""

    rows: list[Document]
    is_all: bool


class Seen:
    """The documents that somebody may see, the latest first; their numbers are asked for once in each stretch."""

    def __init__(self, within: Q) -> None:
        self.rows = Document.objects.filter(within).order_by("-at", "-pk")
        self._latest: list[int] = []
        self._asked = 0

    def latest(self, stretch: int) -> list[int]:
        """Return the numbers of the latest `stretch`; fewer where there are no more."""
        if stretch > self._asked and len(self._latest) == self._asked:
            self._latest, self._asked = list(self.rows.values_list("pk", flat=True)[:stretch]), stretch
        return self._latest[:stretch]


def pool(wanted: Sequence[Wanted], seen: Seen, most: int, *, in_title: bool = False) -> Pool:
    """Return up to `most` documents that hold all of `wanted` (in their titles), of those that are seen."""
    if not wanted:
        return _cut(list(seen.rows[: most + 1]), wanted, most, most + 1)
    fetched = most * BESIDE if any(_may_stand_apart(one) for one in wanted) else most + 1
    words, is_rare = _settled(wanted, in_title=in_title)
    if is_rare:
        # In two steps: left to itself, the server may go along all documents in the order of time instead.
        numbers = engine().holding(words, in_title=in_title)
        rows = list(seen.rows.filter(pk__in=numbers)[:fetched]) if numbers else []
        return _cut(rows, wanted, most, fetched)
    for stretch in STRETCHES[:TITLED] if in_title else STRETCHES:
        numbers = seen.latest(stretch)
        held = engine().of_these(words, numbers, in_title=in_title) if numbers else set()
        latest = [number for number in numbers if number in held][:fetched]
        known = Document.objects.in_bulk(latest)
        found = _cut([known[number] for number in latest if number in known], wanted, most, fetched)
        if len(numbers) < stretch or not found.is_all or (in_title and stretch == STRETCHES[TITLED - 1]):
            return found
    condition = engine().with_all(words, in_title=in_title)
    return _cut(list(seen.rows.filter(condition)[:fetched]), wanted, most, fetched)


def holds(row: Document, wanted: Sequence[Wanted]) -> bool:
    """Tell whether the words stand there as they were typed, not only their pairs of characters."""
    apart = [one.text for one in wanted if _may_stand_apart(one)]
    if not apart:
        return True
    text = " ".join(tokens.fold(f"{row.title}\n{row.text}").split())
    return all(one in text for one in apart)


def _cut(rows: list[Document], wanted: Sequence[Wanted], most: int, fetched: int) -> Pool:
    held = [row for row in rows if holds(row, wanted)]
    return Pool(held[:most], len(rows) < fetched and len(held) <= most)


def _may_stand_apart(word: Wanted) -> bool:
    return len(word.tokens) > 1


def _settled(wanted: Sequence[Wanted], *, in_title: bool) -> tuple[list[Wanted], bool]:
    """The words as the index is asked for them, and whether one of them is rare.

    A word that is common by itself is not looked for in longer ones as well.
    """
    index = engine()
    whole = index.frequencies([token for one in wanted for token in one.tokens])
    words = [
        replace(one, starts=False) if one.starts and whole.get(one.tokens[-1], 0) > MANY else one
        for one in wanted
    ]
    begun = [f"{one.tokens[-1]}*" for one in words if one.starts]
    asked = [token for one in words for token in (one.tokens[:-1] if one.starts else one.tokens)] + begun
    if in_title:
        asked = [tokens.in_title(token) for token in asked]
    held = index.frequencies(asked) if begun or in_title else whole
    return words, any(held.get(token, 0) <= MANY for token in asked)
