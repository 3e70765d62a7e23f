"""The words that were looked for, marked in a text; and the passage of a long text around them."""

import re
from collections.abc import Iterable, Sequence

from django.utils.safestring import SafeString, mark_safe

from proxeny.search.asking import Wanted
from proxeny.search.tokens import bounded, fold, is_han
from proxeny.web.quick import text as escaped

LENGTH = 150
BEFORE = 40
_SPACE = re.compile(r"\s")
_BREAK = re.compile(r"[。！？!?\n;；]")
Span = tuple[int, int]


def marked(text: str, wanted: Sequence[Wanted]) -> SafeString:
    """Return the text with what answers `wanted` in `<mark>`, as HTML."""
    return _html(text, spans(text, wanted))


def passage(text: str, wanted: Sequence[Wanted], length: int = LENGTH) -> SafeString:
    """Return about `length` characters of the text where most of `wanted` stands, marked, as HTML."""
    found = spans(text, wanted)
    start = _start(text, found, length)
    end = min(len(text), start + length)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in found if a < end and b > start]
    html = _html(_SPACE.sub(" ", text[start:end]), inside)
    return mark_safe(("…" if start else "") + html + ("…" if end < len(text) else ""))  # noqa: S308  (escaped piece by piece)


def without_title(text: str, title: str) -> str:
    """Return the text, or nothing where the title says all of it already."""
    return "" if _SPACE.sub("", text) in _SPACE.sub("", title) else text


def spans(text: str, wanted: Iterable[Wanted]) -> list[Span]:
    """Return from where to where `wanted` stands in the text, whatever its width and case, none overlapping another."""
    folded, places = _folded(text)
    found = sorted(span for one in wanted for span in _of_one(folded, one))
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged if places is None else [(places[start], places[end - 1] + 1) for start, end in merged]


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text as it is compared, and where in the text each of its characters comes from, if not from the same place."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded, None
    pieces = [fold(letter) for letter in text]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


def _of_one(folded: str, one: Wanted) -> Iterable[Span]:
    parts = [_pattern(part, starts=one.starts) for part in one.text.split(" ")]
    pattern = re.compile(r"\s+".join(parts))
    return (found.span() for found in pattern.finditer(folded) if found.end() > found.start())


def _pattern(part: str, *, starts: bool) -> str:
    if not part.isalnum() or is_han(part):
        return re.escape(part)
    return bounded(part, starts=starts).pattern


def _start(text: str, found: Sequence[Span], length: int) -> int:
    """Where to begin: where most is marked, from the beginning of that sentence if it is near."""
    if not found or found[0][1] <= length:
        return 0
    best = max(
        found, key=lambda span: (sum(span[0] <= a < span[0] + length - BEFORE for a, _ in found), -span[0])
    )
    earliest = max(0, best[0] - BEFORE)
    breaks = [one.end() for one in _BREAK.finditer(text, earliest, best[0])]
    return breaks[-1] if breaks else earliest


def _html(text: str, found: Sequence[Span]) -> SafeString:
    pieces, at = [], 0
    for start, end in found:
        pieces += [escaped(text[at:start]), "<mark>", escaped(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*pieces, escaped(text[at:])]))  # noqa: S308  (escaped piece by piece)
