"""Articles as they are read: a little markup in plain text, and nothing of it is ever HTML of the writer's.

Blank lines part paragraphs; `#` begins a heading, `-` and `1.` a line of a list, `>` a quotation; three backticks fence what is
shown as it stands; `**strong**` and `` `code` `` within a line.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_HEADING = re.compile(r"#{1,4}\s+(.+)")
_BULLET = re.compile(r"[-*•]\s+(.+)")
_NUMBER = re.compile(r"\d{1,3}[.、)]\s*(.+)")
_QUOTE = re.compile(r">\s?(.*)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`([^`]+)`")
FENCE = "```"


def rendered(text: str) -> SafeString:
    """Return the text as HTML; everything in it is escaped first."""
    return mark_safe("\n".join(_blocks(text.splitlines())))  # noqa: S308  (every line goes through `escape`)


def _blocks(lines: list[str]) -> Iterator[str]:
    """Give each fenced part as it stands, and what lies between by its kinds of lines."""
    plain: list[str] = []
    fenced: list[str] | None = None
    for line in lines:
        if line.strip().startswith(FENCE):
            if fenced is None:
                yield from _plain(plain)
                plain, fenced = [], []
            else:
                yield _fence(fenced)
                fenced = None
        elif fenced is not None:
            fenced.append(line)
        else:
            plain.append(line.strip())
    yield from _plain(plain)
    if fenced:
        yield _fence(fenced)


def _plain(lines: list[str]) -> Iterator[str]:
    for (kind, _), several in groupby(enumerate(lines), key=_kind_at):
        found = [line for _, line in several]
        if kind == "heading":
            yield "".join(f"<h2>{_inline(_said(_HEADING, line))}</h2>" for line in found)
        elif kind == "bullet":
            yield _list("ul", [_said(_BULLET, line) for line in found])
        elif kind == "number":
            yield _list("ol", [_said(_NUMBER, line) for line in found])
        elif kind == "quote":
            yield f"<blockquote>{_lines([_said(_QUOTE, line) for line in found])}</blockquote>"
        elif kind == "words":
            yield f"<p>{_lines(found)}</p>"


def _kind_at(numbered: tuple[int, str]) -> tuple[str, int]:
    """What sort of line it is; blank lines part paragraphs because they are a kind of their own."""
    line = numbered[1]
    if not line:
        return "blank", 0
    patterns = {"heading": _HEADING, "bullet": _BULLET, "number": _NUMBER, "quote": _QUOTE}
    return next((kind for kind, pattern in patterns.items() if pattern.fullmatch(line)), "words"), 0


def _said(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.fullmatch(line)
    return found[1] if found else line


def _list(tag: str, items: list[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{tag}>"


def _lines(lines: list[str]) -> str:
    return "<br>".join(map(_inline, lines))


def _fence(lines: list[str]) -> str:
    return f"<pre><code>{escape(chr(10).join(lines))}</code></pre>"


def _inline(text: str) -> str:
    """Escape, then mark what is strong or code; within code nothing else is marked."""
    parts = _CODE.split(escape(text))
    marked = [
        f"<code>{part}</code>" if place % 2 else _STRONG.sub(r"<strong>\1</strong>", part)
        for place, part in enumerate(parts)
    ]
    return "".join(marked)
