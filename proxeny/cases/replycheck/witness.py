"""A second witness to whether a reply gives the question back: words with weights.

Where a reply holds no path, it counts how the whole is worded. The weights were reckoned once from the labelled replies of the
tests (a logistic regression, most words left out) and stand in `witness_zh` and `witness_en` to be read: above zero speaks for
a return, below zero against it. Each word counts once, however often it stands there.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from proxeny.cases.replycheck.reading import CLAUSE, SENTENCE, Reading
from proxeny.cases.replycheck.remarks import Span
from proxeny.cases.replycheck.witness_en import EN_WEIGHTS
from proxeny.cases.replycheck.witness_zh import ZH_WEIGHTS

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(rf"[a-z']+|[{CLAUSE}{SENTENCE}?？]")
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_SHAPES = {
    "?": re.compile(r"[?？]"),
    "#number": re.compile(r"\d"),
    "#path": re.compile(r"→|->| > |/\w+/"),
}


def _read(written: str) -> dict[str, float]:
    """Read a table: on each line a weight in hundredths, then the words that have it."""
    lines = (line.split() for line in written.strip().splitlines())
    return {word.replace("_", " "): int(weight) / 100 for weight, *words in lines for word in words}


ZH, EN = _read(ZH_WEIGHTS), _read(EN_WEIGHTS)


def leaning(reading: Reading) -> float:
    """Return how far the words of a reply speak for a return, in logits; below zero they speak for a path."""
    return _sum(reading.said, _table(reading))


def heaviest(reading: Reading, spans: list[Span]) -> Span:
    """Return that of `spans` whose words speak most for a return; the longer one where they are alike."""
    table = _table(reading)
    return max(spans, key=lambda span: (_sum(reading.words(span), table), span.end - span.start))


def _table(reading: Reading) -> Mapping[str, float]:
    return ZH if reading.is_chinese else EN


def _sum(said: str, table: Mapping[str, float]) -> float:
    return table.get("#always", 0.0) + sum(table[word] for word in set(features(said)) if word in table)


def features(said: str) -> Iterator[str]:
    """Return what is counted: Chinese characters and pairs of them, English words without endings and pairs of them, shapes."""
    for run in _RUN.findall(said):
        yield from run
        yield from map("".join, pairwise(run))
    before = ""
    for word in map(_stem, _WORD.findall(said.lower())):
        if word[0].isascii() and word[0] != "?":
            yield f"e:{word}"
            if before:
                yield f"e:{before} {word}"
            before = word
        else:
            before = ""
    yield from (name for name, shape in _SHAPES.items() if shape.search(said))


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > 4 else word
