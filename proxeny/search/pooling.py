"""What holds all the words, before it is ranked: everything, or of words that very many hold the latest.

Rare words are asked of the index at once. Of common ones the index would answer with hundreds of thousands of numbers to be
sorted by time; so the latest documents that the asker may see are looked at first, in growing stretches, and the index is only
asked which of these hold the words; or, where nearly every one does, they are read without asking it at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from proxeny.search import tokens
from proxeny.search.asking import Wanted
from proxeny.search.conditions import Condition
from proxeny.search.engines import MANY, engine
from proxeny.search.models import Document
from proxeny.search.ranking import counter
from proxeny.search.seeing import Seen, documents
from proxeny.search.sizes import size

STRETCHES = (1_500, 6_000, 30_000)
TITLED = 2
"""In so many of the stretches titles are looked at: they only add to what is ranked."""
BESIDE = 3
"""So many times as many are fetched where the pairs of a word may stand apart from each other, and some fall away."""
READING = 60_000
"""Where a word stands in so many documents that their square exceeds so many times all there are, reading is quicker."""
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Pool:
    """Documents that hold all the words, the latest first; `is_all` where there are no others."""

    rows: list[Document]
    is_all: bool


def pool(
    wanted: Sequence[Wanted],
    seen: Seen,
    most: int,
    *,
    in_title: bool = False,
    whole: Mapping[str, int] | None = None,
) -> Pool:
    """Return up to `most` documents that hold all of `wanted` (in their titles), of those that are seen.

    `whole` says how many hold each token, as far as that is known.
    """
    if not wanted:
        return _cut(documents(seen.latest(most + 1)), wanted, most, most + 1)
    fetched = most * BESIDE if any(_may_stand_apart(one) for one in wanted) else most + 1
    words, held = _settled(wanted, frequencies(wanted) if whole is None else whole, in_title=in_title)
    if held <= MANY:
        # In two steps: left to itself, the server may go along all documents in the order of time instead.
        rows = seen.latest_of(engine().holding(words, in_title=in_title), fetched)
        return _cut(rows, wanted, most, fetched)
    stretches = STRETCHES[:TITLED] if in_title else STRETCHES
    is_read = not in_title and held * held > READING * size()[0]
    for stretch in stretches:
        # What is read first is looked through for titles next: those are asked for at the same time.
        numbers = seen.latest(max(STRETCHES[:TITLED]) if is_read else stretch)[:stretch]
        if is_read and stretch == stretches[0]:
            rows = _read(words, numbers, fetched)
        else:
            rows = documents(_holding(words, numbers, in_title=in_title)[:fetched])
        found = _cut(rows, wanted, most, fetched)
        if len(numbers) < stretch or not found.is_all or (in_title and stretch == stretches[-1]):
            return found
    condition = engine().with_all(words, in_title=in_title)
    rows = seen.latest_with(Condition(condition.sql, tuple(condition.params)), fetched)
    return _cut(rows, wanted, most, fetched)


def frequencies(wanted: Sequence[Wanted]) -> dict[str, int]:
    """Return how many documents hold each token of the words."""
    return engine().frequencies([token for one in wanted for token in one.tokens])


def holds(row: Document, wanted: Sequence[Wanted]) -> bool:
    """Tell whether the words stand there as they were typed, not only their pairs of characters."""
    apart = [one.text for one in wanted if _may_stand_apart(one)]
    if not apart:
        return True
    text = "\n".join(row.folded)
    if any(" " in one for one in apart):
        text = " ".join(text.split())
    return all(one in text for one in apart)


def _holding(words: Sequence[Wanted], numbers: Sequence[int], *, in_title: bool) -> list[int]:
    held = engine().of_these(words, numbers, in_title=in_title) if numbers else set()
    return [number for number in numbers if number in held]


def _read(words: Sequence[Wanted], numbers: Sequence[int], most: int) -> list[Document]:
    """Those of the documents whose texts hold all tokens, up to `most`."""
    found: list[Document] = []
    for start in range(0, len(numbers), AT_ONCE):
        found += [row for row in documents(numbers[start : start + AT_ONCE]) if _has_all(row, words)]
        if len(found) >= most:
            break
    return found[:most]


def _has_all(row: Document, words: Sequence[Wanted]) -> bool:
    return all(
        any(counter(token, starts=one.starts and token == one.tokens[-1])(text) for text in row.folded)
        for one in words
        for token in one.tokens
    )


def _cut(rows: list[Document], wanted: Sequence[Wanted], most: int, fetched: int) -> Pool:
    held = [row for row in rows if holds(row, wanted)]
    return Pool(held[:most], len(rows) < fetched and len(held) <= most)


def _may_stand_apart(word: Wanted) -> bool:
    return len(word.tokens) > 1


def _settled(
    wanted: Sequence[Wanted], whole: Mapping[str, int], *, in_title: bool
) -> tuple[list[Wanted], int]:
    """The words as the index is asked for them, and how many documents hold the rarest.

    A word that is common by itself is not looked for in longer ones as well.
    """
    words = [
        replace(one, starts=False) if one.starts and whole.get(one.tokens[-1], 0) > MANY else one
        for one in wanted
    ]
    begun = [f"{one.tokens[-1]}*" for one in words if one.starts]
    asked = [token for one in words for token in (one.tokens[:-1] if one.starts else one.tokens)] + begun
    if in_title:
        asked = [tokens.in_title(token) for token in asked]
    held = engine().frequencies(asked) if begun or in_title else whole
    return words, min((held.get(token, 0) for token in asked), default=0)
