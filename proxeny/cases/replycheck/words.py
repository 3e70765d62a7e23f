"""How the lexicon and the rules are written, and how they become patterns.

A *concept* is a name and its words, apart by blanks. In Chinese a word is looked for as it stands, in English between word
boundaries; there `fix~` stands for fix, fixes, fixed and fixing, and `_` for a blank. A word may be a small pattern.

A *line* is one way of saying something. In it `<us>` stands for any word of the concept, `…` for some words of the same clause,
`·` for a few, `……` for some of the same sentence, and `|` at its edge for the beginning or the end of a clause.
"""

import re
from collections.abc import Mapping

from proxeny.cases.replycheck.reading import CLAUSE, SENTENCE

Patterns = tuple[re.Pattern[str], ...]
_GAPS = (
    ("……", SENTENCE, {"zh": 40, "en": 90}),
    ("…", CLAUSE + SENTENCE, {"zh": 16, "en": 45}),
    ("·", CLAUSE + SENTENCE, {"zh": 8, "en": 20}),
)
"""How a gap is written, what it does not reach over, and how many characters it takes at most."""
_REFERENCE = re.compile(r"<([a-z_]+)>")
_EDGE = f"[{CLAUSE}{SENTENCE}?？]"


class Lexicon:
    """The concepts of one language; `lines` makes patterns of what is written with them."""

    def __init__(
        self, language: str, words: Mapping[str, str], base: Mapping[str, str] | None = None
    ) -> None:
        self.language = language
        self._any = dict(base or {})
        for name, its in words.items():
            self._any[name] = self._alternatives(its)

    def extended(self, **words: str) -> "Lexicon":
        """Return a lexicon that holds `words` too."""
        return Lexicon(self.language, words, self._any)

    def lines(self, written: str) -> Patterns:
        """Compile each line of `written`."""
        return tuple(map(self.line, filter(None, map(str.strip, written.splitlines()))))

    def line(self, written: str) -> re.Pattern[str]:
        """Compile one line."""
        starts, ends = written.startswith("|"), written.endswith("|")
        inner = written.strip("|")
        if self.language == "en":
            inner = _bounded(inner)
        inner = self._filled(inner)
        before, after = (
            (rf"(?:(?<={_EDGE})|^)\W*?" if starts else ""),
            (rf"\W*?(?={_EDGE}|$)" if ends else ""),
        )
        return re.compile(f"{before}(?:{inner}){after}", re.IGNORECASE)

    def _alternatives(self, its: str) -> str:
        words = its.split()
        if self.language == "en":
            words = [_inflected(word.replace("_", " ")) for word in words]
        any_of = f"(?:{'|'.join(map(self._filled, words))})"
        return any_of if self.language == "zh" else f"(?<!\\w){any_of}(?!\\w)"

    def _filled(self, written: str) -> str:
        for gap, boundaries, length in _GAPS:
            written = written.replace(gap, f"[^{boundaries}?？]{{0,{length[self.language]}}}?")
        return _REFERENCE.sub(lambda found: self._any[found[1]], written)


def _inflected(word: str) -> str:
    if not word.endswith("~"):
        return word
    stem = word[:-1]
    if stem.endswith("e"):
        return f"{stem[:-1]}(?:e[sd]?|ing)"
    if stem.endswith("y"):
        return f"{stem[:-1]}(?:y(?:s|ing|ed)?|ie[sd])"
    return f"{stem}(?:e?s|{stem[-1]}?(?:ed|ing))?"


def _bounded(written: str) -> str:
    before = r"(?<!\w)" if written[0].isalnum() or written[0] == "(" or written.startswith("\\w") else ""
    after = r"(?!\w)" if written[-1].isalnum() or written[-1] in ")]?+*" else ""
    return f"{before}(?:{written}{after})"
