"""Conditions on documents as the database is asked them; of plain values they are phrased once in a process.

To phrase what somebody may see takes the ORM as long as it takes the database to answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection
from django.db.models import Q

from proxeny.search.models import Document

_PLAIN = (str, int, type(None))


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on `search_document` in SQL, with the values in its places; `is_never` where nothing can meet it."""

    sql: str
    values: tuple[Any, ...] = ()
    is_never: bool = False

    def __and__(self, other: Self) -> "Condition":
        if self.is_never or other.is_never:
            return NEVER
        return Condition(f"({self.sql}) AND ({other.sql})", (*self.values, *other.values))


ALWAYS, NEVER = Condition("1 = 1"), Condition("1 = 0", is_never=True)


def phrased(within: Q) -> Condition:
    """Return the condition in SQL."""
    return _of_plain(within) if _is_plain(within) else _phrased(within)


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that one of these is met."""
    some = [one for one in conditions if not one.is_never]
    if not some:
        return NEVER
    sql = " OR ".join(f"({one.sql})" for one in some)
    return Condition(sql, tuple(value for one in some for value in one.values))


def among(numbers: Sequence[int]) -> Condition:
    """Return the condition that a document has one of these numbers."""
    return Condition(f"search_document.id IN ({','.join(map(str, numbers))})") if numbers else NEVER


def _is_plain(within: Q) -> bool:
    """Whether it consists of words and numbers; a question within it has no value of its own to be known by."""
    for child in within.children:
        if isinstance(child, Q):
            if not _is_plain(child):
                return False
        elif not isinstance(child, tuple) or not _is_plain_value(child[1]):
            return False
    return True


def _is_plain_value(value: Any) -> bool:
    if isinstance(value, (list, tuple, frozenset)):
        return all(isinstance(one, _PLAIN) for one in value)
    return isinstance(value, _PLAIN)


@lru_cache(maxsize=256)
def _of_plain(within: Q) -> Condition:
    return _phrased(within)


def _phrased(within: Q) -> Condition:
    query = Document.objects.filter(within).query
    if not query.where:
        return ALWAYS
    try:
        sql, values = query.get_compiler(connection=connection).compile(query.where)
    except EmptyResultSet:
        return NEVER
    except FullResultSet:
        return ALWAYS
    return Condition(sql, tuple(values))
