"""Marking what differs between two texts: by words, and in Chinese by characters."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# A character of Chinese, Japanese or Korean stands alone; letters and digits make words; the rest are single signs.
_PIECES = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+|\s+|.",
    re.DOTALL,
)
MOST_PIECES = 4000


def pieces(text: str) -> list[str]:
    """Return the pieces that are compared; together they are the text again."""
    return _PIECES.findall(text.replace("\r\n", "\n"))


def marked(text: str, against: Iterable[str]) -> SafeString:
    """Return `text` with `<mark>` around what stands in it and not, in that place, in any one of `against`."""
    mine = pieces(text)
    differs = [False] * len(mine)
    for other in against:
        for start, end in _runs(mine, pieces(other)):
            differs[start:end] = [True] * (end - start)
    return format_html_join("", "{}", ((_piece(run, marks),) for run, marks in _joined(mine, differs)))


def _runs(mine: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    if mine == theirs:
        return []
    if max(len(mine), len(theirs)) > MOST_PIECES:  # comparing costs the product of the lengths
        return [(0, len(mine))]
    matching = SequenceMatcher(None, mine, theirs, autojunk=False)
    return [(start, end) for tag, start, end, _, _ in matching.get_opcodes() if tag in {"replace", "delete"}]


def _joined(texts: list[str], differs: list[bool]) -> list[tuple[str, bool]]:
    runs: list[tuple[str, bool]] = []
    for text, marks in zip(texts, differs, strict=True):
        if runs and runs[-1][1] == marks:
            runs[-1] = (runs[-1][0] + text, marks)
        else:
            runs.append((text, marks))
    return runs


def _piece(text: str, marks: bool) -> SafeString:
    return format_html("<mark>{}</mark>" if marks else "{}", text)
