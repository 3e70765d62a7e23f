"""Every page there is, found by following links and by asking every route; a new page needs no mention anywhere."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
LEAVES = {"account_logout"}
"""Asking for it is harmless; but what it links to is not for somebody who is signed in."""
MISSING = "/there-is-no-such-page/"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a route answered: its status and text, and whether it is a whole page."""

    status: int
    text: str

    @property
    def is_page(self) -> bool:
        """Tell a whole page from a part of one, from a file and from a refusal."""
        return self.status == 200 and self.text.lstrip()[:15].lower() == "<!doctype html>"


Fetch = Callable[[str], Answer]


def every(fetch: Fetch) -> dict[str, str]:
    """Return an address for each route that shows a page, by the route's name; numbers in it are found by links."""
    found: dict[str, str] = {}
    waiting = deque(["/", *plain_routes()])
    asked: set[str] = set()
    while waiting:
        address = waiting.popleft()
        name = name_of(address)
        if name is None or name in asked:
            continue
        answer = fetch(address)
        if answer.status in {200, 301, 302, 405}:
            asked.add(name)
        if answer.is_page:
            found[name] = address
            if name not in LEAVES:
                waiting.extend(link.replace("&amp;", "&") for link in LINK.findall(answer.text))
    return found


def name_of(address: str) -> str | None:
    """Return the name of the route that an address leads to, or None."""
    try:
        match = resolve(address.split("?", maxsplit=1)[0])
    except Resolver404:
        return None
    return match.url_name or match.route or "/"


def plain_routes() -> Iterator[str]:
    """Give the address of every route that takes nothing in its path."""
    for path in _paths(get_resolver().url_patterns):
        if "<" not in path and "^" not in path:
            yield f"/{path}"


def _paths(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _paths(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield path
