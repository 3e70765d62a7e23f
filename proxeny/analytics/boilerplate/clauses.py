"""Clauses of Chinese and English text, and what is left of each when names, dates and numbers are folded away."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

LEAST_SIZE = 6
"""Characters (Chinese) or words below which a clause says nothing either way: “您好”, “thank you”."""

UNITS = re.compile(r"[\u3400-\u9fff#@%]|[^\W\u3400-\u9fff]+")
"""What a text is counted in: Chinese characters, words of other languages, and folded places."""

_ENDS = re.compile(r"[。！？；，、：…\n\r\t!?;•]+|[,:](?!\d)|\.(?=\s|$)")
_MONTHS_AND_DAYS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六七八九十]+月(?:份|底|初|中旬)?|第?[一二三四]季度"
)
_NUMBERS = re.compile(r"\d+(?:[.,:/-]\d+)*")
_REST = re.compile(r"[^\w#@%\n]+")
_BLANKS = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])|(?<=\n) | (?=\n)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it stands, its `key` with everything folded that changes from customer to customer, and its `size`.

    The size counts Chinese characters, words of other languages, and folded places.
    """

    words: str
    key: str
    size: int


def clauses(text: str, names: Collection[str] = ()) -> Iterator[Clause]:
    """Yield the clauses of a text that are long enough to say something; `names` are folded wherever they stand."""
    known = sorted((name for name in names if name.strip()), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, known)), re.IGNORECASE) if known else None
    found = [words for one in _ENDS.split(text) if (words := one.strip())]
    lines = "\n".join(found)
    keys = folded(pattern.sub("@", lines) if pattern else lines).split("\n")
    for words, key in zip(found, keys, strict=True) if found else ():
        size = len(UNITS.findall(key))
        if size >= LEAST_SIZE:
            yield Clause(words, key, size)


def folded(words: str) -> str:
    """Return words, line by line, without case, width, punctuation and blanks beside Chinese; dates and numbers folded."""
    plain = unicodedata.normalize("NFKC", words).lower()
    plain = _NUMBERS.sub("#", _MONTHS_AND_DAYS.sub("%", plain))
    return _BLANKS.sub("", _REST.sub(" ", plain)).strip(" ")
