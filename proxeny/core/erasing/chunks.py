"""Asking about many references at once: in parts, for a database takes only so many values in one question."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

AT_ONCE = 5000
T = TypeVar("T")


def each(references: Collection[str]) -> Iterator[list[str]]:
    """Yield the references in parts."""
    known = sorted(references)
    for start in range(0, len(known), AT_ONCE):
        yield known[start : start + AT_ONCE]


def union(references: Collection[str], found: Callable[[list[str]], Collection[T]]) -> set[T]:
    """Return all that is found for any of the references."""
    return {one for part in each(references) for one in found(part)}
