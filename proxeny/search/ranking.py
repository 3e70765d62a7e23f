"""The order of what was found: BM25 over characters, pairs of characters and words.

k1, b and the weights were chosen on one half of two public sets (short encyclopedic paragraphs, long manual sections; figures
in docs/search.md): texts here differ much in length, so that length counts nearly in full. Robertson & Zaragoza, The
Probabilistic Relevance Framework: BM25 and Beyond, 2009.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from proxeny.search.models import Document
from proxeny.search.tokens import bounded, is_han

K1, B = 1.5, 0.9
TITLE_COUNTS = 2
ONE_CHARACTER_COUNTS = 0.5
LATIN_COUNTS = 1.5
"""A word of letters is one token; a Chinese word of two characters is a pair and two single characters beside it."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is known of all documents: how many, how long on average (in tokens), in how many each token is."""

    documents: int
    mean_length: float
    frequencies: Mapping[str, int]

    @property
    def half_length(self) -> float:
        """The length (in tokens) of a text that counts half of an empty one, for a token that it holds once."""
        return (1 + K1 * (1 - B)) * self.mean_length / (K1 * B)

    def weight(self, token: str) -> float:
        """Return how much a token tells: much when few documents hold it, half of that for a single character."""
        held = min(self.frequencies.get(token, 0), self.documents)
        tells = math.log(1 + (self.documents - held + 0.5) / (held + 0.5))
        if not is_han(token):
            return tells * LATIN_COUNTS
        return tells * (ONE_CHARACTER_COUNTS if len(token) == 1 else 1.0)


def scores(query: Iterable[str], documents: Iterable[Document], corpus: Corpus) -> dict[int, float]:
    """Return the score of each document by its number."""
    asked = [(counter(token), times * corpus.weight(token)) for token, times in Counter(query).items()]
    return {row.pk: _score(row, asked, corpus) for row in documents}


def _score(row: Document, asked: list[tuple[Callable[[str], int], float]], corpus: Corpus) -> float:
    title, text = row.folded
    slope = K1 * (1 - B + B * row.length / max(corpus.mean_length, 1.0))
    score = 0.0
    for count, weight in asked:
        if held := count(text) + TITLE_COUNTS * count(title):
            score += weight * held * (K1 + 1) / (held + slope)
    return score


@lru_cache(maxsize=4096)
def counter(token: str, *, starts: bool = False) -> Callable[[str], int]:
    """Return how to count a token in a folded text: wherever it stands in Chinese, as a whole word elsewhere.

    With `starts` words that only begin so are counted, too.
    """
    if is_han(token):
        return lambda text: text.count(token)
    word = bounded(token, starts=starts)
    return lambda text: len(word.findall(text)) if token in text else 0
