"""The words of a message as HTML: escaped, in paragraphs, links safe, mentions marked, quoted mail folded.

A function of the text and the names it may mention.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from proxeny.web.quick import text as escaped

# An address ends where Chinese begins: in Chinese no space stands between the two.
_LINK = re.compile(r"https?://[^\s<>\"'\u2018-\u201f\u2e80-\uffef]+", re.IGNORECASE)
_TRAILING = ".,;:!?([{)]}'\""
_QUOTED = re.compile(r"\s{0,3}>")
_QUOTE_BEGINS = re.compile(
    r"-{2,}\s*(?:原始邮件|原邮件|Original Message|Forwarded message|转发的邮件)\s*-{2,}\s*$"
    r"|在\s*\S.{0,80}写道[：:]\s*$"
    r"|On\s.{4,120}\swrote:\s*$"
    r"|_{20,}\s*$",
    re.IGNORECASE,
)


def html_of(text: str, names: Iterable[str] = ()) -> SafeString:
    """Return the text as HTML; `names` are those that an @ before them makes a mention."""
    longest_first = tuple(sorted(names, key=len, reverse=True))
    lines = text.replace("\r\n", "\n").split("\n")
    own, rest = _split(lines)
    pieces = [
        _block(is_quoted, list(block), longest_first) for is_quoted, block in groupby(own, key=_is_quoted)
    ]
    if rest:
        pieces.append(_folded(rest))
    return mark_safe("".join(pieces))  # noqa: S308  (escaped piece by piece)


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines that were written, and those from where a mail program begins to repeat an older mail."""
    for place, line in enumerate(lines):
        if place and _QUOTE_BEGINS.match(line):
            return lines[:place], lines[place:]
    return lines, []


def _is_quoted(line: str) -> bool:
    return _QUOTED.match(line) is not None


def _block(is_quoted: bool, lines: list[str], names: tuple[str, ...]) -> str:
    return _folded(lines) if is_quoted else "".join(_paragraphs(lines, names))


def _paragraphs(lines: list[str], names: tuple[str, ...]) -> Iterator[str]:
    for is_empty, block in groupby(lines, key=lambda line: not line.strip()):
        if not is_empty:
            yield f"<p>{'<br>'.join(_line(line, names) for line in block)}</p>"


def _folded(lines: list[str]) -> str:
    words = "<br>".join(escaped(line) for line in lines)
    said = escaped(_("what was quoted"))
    return f'<details class="talk-quoted"><summary>{said}</summary><div>{words}</div></details>'


def _line(line: str, names: tuple[str, ...]) -> str:
    pieces, end = [], 0
    for found in _LINK.finditer(line):
        address = found[0].rstrip(_TRAILING)
        pieces += [_mentions(line[end : found.start()], names), _link(address)]
        end = found.start() + len(address)
    pieces.append(_mentions(line[end:], names))
    return "".join(pieces)


def _link(address: str) -> str:
    shown = escaped(address)
    return f'<a href="{shown}" rel="noopener noreferrer nofollow ugc" target="_blank">{shown}</a>'


def _mentions(text: str, names: tuple[str, ...]) -> str:
    if not names or "@" not in text:
        return escaped(text)
    pattern = _naming(names)
    pieces, end = [], 0
    for found in pattern.finditer(text):
        pieces += [
            escaped(text[end : found.start()]),
            f'<strong class="talk-mention">{escaped(found[0])}</strong>',
        ]
        end = found.end()
    return "".join([*pieces, escaped(text[end:])])


@lru_cache(maxsize=256)
def _naming(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("@(?:" + "|".join(map(re.escape, names)) + ")")
