"""What text is cut into for finding: characters and pairs of them for Chinese, words for the rest.

Pairs find Chinese words without a dictionary, whatever the trade's own words are; single characters find what is typed as one.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

VERSION = "2"
"""Changes whenever the same text would be cut differently: then the index is built anew."""

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af\u3040-\u30ff\uac00-\ud7af"
_RUNS = re.compile(rf"[{_HAN}]+|[^\W{_HAN}_]+")
_HAN_RUN = re.compile(rf"[{_HAN}]")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
LONGEST = 40
_TITLE = "\ue000"
"""Stands before the tokens of titles; of the area that no writing uses, so that nothing else begins with it."""


def fold(text: str) -> str:
    """Return the text as it is compared: full width made half, lower case."""
    return unicodedata.normalize("NFKC", text).casefold()


def runs(text: str) -> list[str]:
    """Return the runs of Chinese and the words of the rest, folded, in order."""
    return _RUNS.findall(fold(text))


def is_han(run: str) -> bool:
    """Tell whether a run is Chinese (or another script written without blanks)."""
    return _HAN_RUN.match(run) is not None


def tokens(text: str) -> list[str]:
    """Return all tokens of a text, in order, each as often as it occurs."""
    return [token for run in runs(text) for token in _of_run(run)]


def in_title(token: str) -> str:
    """Return the token that says that `token` stands in the title."""
    return _TITLE + token


@lru_cache(maxsize=20_000)
def _of_run(run: str) -> tuple[str, ...]:
    if is_han(run):
        return (*run, *map("".join, pairwise(run)))
    word = run[:LONGEST]
    parts = _PARTS.findall(word)
    return (word, *parts) if len(parts) > 1 else (word,)


def asked(run: str) -> tuple[str, ...]:
    """Return the tokens that all must be there for `run` to be there: its pairs, or the one character, or the word."""
    if is_han(run):
        return tuple(dict.fromkeys(map("".join, pairwise(run)))) or (run,)
    return (run[:LONGEST],)


@lru_cache(maxsize=4096)
def bounded(word: str, *, starts: bool = False) -> re.Pattern[str]:
    """Return what finds a word of letters or digits in a folded text as `tokens` cuts it: `2006` in `2006年`, not in `12006`.

    With `starts` the word may go on behind.
    """
    edge = r"\d" if word.isdigit() else rf"[^\W\d_{_HAN}]" if word.isalpha() else rf"[^\W_{_HAN}]"
    return re.compile(rf"(?<!{edge}){re.escape(word)}" + ("" if starts else rf"(?!{edge})"))
