"""Parts of a page that are the same for many: rendered once, kept in memory, with holes for what differs.

A part is rendered from what it is given and from nothing else: no request, no user, no context of the page. So what is
kept can hold nothing that is not in its key: the template, the language, and the values given.
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.urls import get_script_prefix
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST = 512
_HOLE = "\ue000{}\ue001"  # a private use: no template, and no name of a theme or a role, has such letters
_HOLES = re.compile("\ue000(\\w+)\ue001")

Value = str | bool | tuple[Hashable, ...] | frozenset[str]


def part(template: str, given: Mapping[str, Value], fills: Mapping[str, Any]) -> SafeString:
    """Return the part `template` for the values `given`, with its holes filled.

    `given` is part of the key: few different values, never something of one person alone. `fills` are put in anew
    each time, escaped unless they are safe; to the template they are plain words that it may write, not ask.
    """
    keep = _whole if settings.DEBUG else _kept
    pieces = keep(template, get_language(), get_script_prefix(), tuple(given.items()), tuple(fills))
    if len(pieces) == 1:
        return mark_safe(pieces[0])  # noqa: S308  (a template has escaped it)
    return mark_safe("".join(_filled(pieces, fills)))  # noqa: S308


def _filled(pieces: tuple[str, ...], fills: Mapping[str, Any]) -> Iterable[str]:
    """The pieces between the holes stand at even places, the names of the holes at odd ones."""
    texts = {name: conditional_escape(value) for name, value in fills.items()}
    return (texts[piece] if place % 2 else piece for place, piece in enumerate(pieces))


def _whole(
    template: str, _language: str, _prefix: str, given: tuple[tuple[str, Value], ...], fills: tuple[str, ...]
) -> tuple[str, ...]:
    holes = {name: mark_safe(_HOLE.format(name)) for name in fills}  # noqa: S308  (our own letters)
    return tuple(_HOLES.split(get_template(template).render({**dict(given), **holes})))


_kept = lru_cache(maxsize=MOST)(_whole)
