"""What several parts of one page ask, found out once for that page."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.signals import request_finished, request_started

T = TypeVar("T")
READING = frozenset({"GET", "HEAD"})
_found: ContextVar[dict[object, Any] | None] = ContextVar("found-for-this-page", default=None)


def for_this_page(key: object, find: Callable[[], T]) -> T:
    """Return what `find` returned for this key since the page was asked for.

    Only while a page is being read: outside of requests, and in those that change something, it is found anew each time.
    """
    found = _found.get()
    if found is None:
        return find()
    if key not in found:
        found[key] = find()
    kept: T = found[key]
    return kept


def watch_pages() -> None:
    """From now on forget with each request what was found for the one before."""
    request_started.connect(_begin, dispatch_uid="usage.once")
    request_finished.connect(_end, dispatch_uid="usage.once")


def _begin(*, environ: Mapping[str, Any] | None = None, **_named: object) -> None:
    _found.set({} if environ and environ.get("REQUEST_METHOD") in READING else None)


def _end(**_named: object) -> None:
    _found.set(None)
