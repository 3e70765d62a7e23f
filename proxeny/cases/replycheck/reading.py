# ruff: noqa: E501  (one way of saying it a line)
"""A draft as the rules see it: clauses and sentences, without what is not said in our own name.

Nothing is moved: what is left out (quotations, code, names of things in the product, idioms) is overwritten with `GAP`, and where a
clause or a sentence ends stands a `CLAUSE` or a `SENTENCE`, one character for each. So a position in the reading is the same
position in the draft. A question mark stays, since it is read.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from proxeny.cases.replycheck.left_out import LEFT_OUT
from proxeny.cases.replycheck.remarks import Span

GAP, CLAUSE, SENTENCE = "□", "¦", "‖"
LONGEST = 200
"""Characters of a clause; a sentence has four times as many."""
_ONE_FOR_ONE = str.maketrans("’‘＇＊％（）０１２３４５６７８９", "'''*%()0123456789")
_BEGINS_A_CLAUSE = (
    r"but|so|yet|because|although|though|while|whereas|hence|and (?=(?:we|I|you|it|they|he|she|there)\b)"
)
# A full stop ends a sentence only before a blank (not in 5.4), a colon not in 10:40, a comma not in 50,000.
_SENTENCE_END = re.compile(r"[。！!；;\n]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.(?=\s|$)")
_CLAUSE_END = re.compile(
    rf"[，：—～~…]|,(?!\d{{3}}\b)|:(?!\d)|\s-+(?=\s)|\s(?=(?:{_BEGINS_A_CLAUSE})\b)|"
    r"(?<=[\u4e00-\u9fff])\s(?=(?:I|We|You|The|Our)\b)|"  # the language changes
    r"(?<=[\u4e00-\u9fff])(?<![日月号点时])[ \u3000](?=[\u4e00-\u9fff])",  # a chat, without punctuation
    re.IGNORECASE,
)
_BOUNDARY = re.compile(f"[{CLAUSE}{SENTENCE}?？]+")
_END = re.compile(f"[{SENTENCE}?？]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ENGLISH = re.compile(r"\b[A-Za-z']{2,20}[ ,]{1,3}[A-Za-z']|^\s*[A-Za-z']+\W*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """`said` is the draft with its gaps and boundaries; the rest are the positions at which sentences and clauses begin."""

    said: str
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    is_chinese: bool
    is_english: bool

    def sentence_at(self, position: int) -> Span:
        """Return the sentence in which the character at `position` stands."""
        return _part(self.sentences, position, len(self.said))

    def clause_at(self, position: int) -> Span:
        """Return the clause in which the character at `position` stands."""
        return _part(self.clauses, position, len(self.said))

    def clauses_of(self, span: Span) -> Span:
        """Return the clause or clauses in which the words at `span` stand."""
        return Span(self.clause_at(span.start).start, self.clause_at(span.end - 1).end)

    def words(self, span: Span) -> str:
        """Return what is said there."""
        return self.said[span.start : span.end]


def read(text: str) -> Reading:
    """Return `text` as the rules see it; any text will do."""
    said = text.translate(_ONE_FOR_ONE).replace(CLAUSE, " ").replace(SENTENCE, " ")
    for pattern in LEFT_OUT:
        said = pattern.sub(_gap, said)
    said = _CLAUSE_END.sub(lambda found: CLAUSE * len(found[0]), _SENTENCE_END.sub(SENTENCE, said))
    return Reading(
        said,
        _begins(_END, said, 4 * LONGEST),
        _begins(_BOUNDARY, said, LONGEST),
        _CHINESE.search(said) is not None,
        _ENGLISH.search(said) is not None,
    )


def _gap(found: re.Match[str]) -> str:
    return GAP * len(found[0])


def _begins(end: re.Pattern[str], said: str, longest: int) -> tuple[int, ...]:
    """Return where the parts begin; one that goes on and on is cut, so that no text takes long to read."""
    begins = [0]
    for found in (*(one.end() for one in end.finditer(said)), len(said)):
        begins += range(begins[-1] + longest, found, longest)
        if found < len(said):
            begins.append(found)
    return tuple(begins)


def _part(begins: tuple[int, ...], position: int, length: int) -> Span:
    index = bisect_right(begins, position) - 1
    return Span(begins[index], begins[index + 1] if index + 1 < len(begins) else length)
