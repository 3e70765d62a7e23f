"""Whether what people write names a thing: words of Chinese by containment, words of letters whole, as search cuts them."""

from collections.abc import Iterable

from proxeny.search.tokens import bounded, fold, is_han, runs

LONGEST = 20_000
"""Characters of a text that are looked at; what a case is about stands before."""


class Said:
    """A text that is looked through for names and symptoms, folded once."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text[:LONGEST])

    def holds(self, words: str) -> bool:
        """Tell whether all of `words` are in the text, in whatever order: `导出 超时` is in “导出运单报表超时”.

        What is written together (`导出超时`) must stand together. Words without a letter or a figure are in nothing.
        """
        parts = runs(words)
        return bool(parts) and all(self._has(part) for part in parts)

    def first_of(self, several: Iterable[str]) -> str:
        """Return the one of `several` that is in the text, the longest if there are more, or nothing."""
        found = [words for words in several if self.holds(words)]
        return max(found, key=weight, default="")

    def _has(self, part: str) -> bool:
        return part in self._folded if is_han(part) else bounded(part).search(self._folded) is not None


def weight(words: str) -> int:
    """Return how particular words are: the characters that they ask for."""
    return sum(map(len, runs(words)))


def same(one: str, other: str) -> bool:
    """Tell whether two names are the same but for case, width and blanks."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())
