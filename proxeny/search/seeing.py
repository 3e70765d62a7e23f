"""The documents that somebody may see: the latest of them, and those with some numbers."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from django.db import connection
from django.db.models import Q

from proxeny.search.conditions import Condition, among, any_of, phrased
from proxeny.search.models import Document
from proxeny.search.parting import LATEST, along, parts_of

_OTHERS = tuple(one.attname for one in Document._meta.concrete_fields if one.attname != "at")  # noqa: SLF001
FIELDS = (*_OTHERS, "at")
_AT = len(_OTHERS)
ORDER = "ORDER BY search_document.at DESC, search_document.id DESC LIMIT %s"
Dated = tuple[Any, int]
"""When, as the database says it, and the number: what comes later is greater."""


class Part:
    """A part of what somebody may see.

    `along` is the index along which its latest are found; left to itself SQLite looks through all of a kind.
    """

    def __init__(self, condition: Condition, along: str) -> None:
        self.condition, self.along = condition, along
        self._latest: list[Dated] = []
        self._asked = 0

    def latest(self, most: int) -> list[Dated]:
        """Return the latest `most` of it; asked for once in each stretch."""
        if self.condition.is_never:
            return []
        if most > self._asked and len(self._latest) == self._asked:
            sql = f"SELECT {_at()}, id FROM {_table(self.along)} WHERE {self.condition.sql} {ORDER}"  # noqa: S608
            self._latest, self._asked = _asked(sql, [*self.condition.values, most]), most
        return self._latest[:most]


class Seen:
    """The documents that somebody may see: those of several parts, some of them perhaps in two."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts = [one for one in parts if not one.condition.is_never]
        self.condition = any_of(one.condition for one in self.parts)

    @classmethod
    def of(cls, within: "Q | Seen") -> "Seen":
        """Return what meets a condition."""
        return (
            within
            if isinstance(within, Seen)
            else cls(Part(phrased(one), along(one)) for one in parts_of(within))
        )

    @classmethod
    def any_of(cls, several: "Iterable[Seen]") -> "Seen":
        """Return what is seen in any of several."""
        return cls(part for one in several for part in one.parts)

    def narrowed(self, by: Q) -> "Seen":
        """Return what of it meets another condition, too."""
        if not by:
            return self
        condition, nearer = phrased(by), along(by)
        return Seen(
            Part(one.condition & condition, one.along if nearer == LATEST else nearer) for one in self.parts
        )

    def latest(self, most: int) -> list[int]:
        """Return the numbers of the latest `most`, the latest first; fewer where there are no more."""
        if len(self.parts) == 1:
            return [number for _at, number in self.parts[0].latest(most)]
        dated = sorted((one for part in self.parts for one in part.latest(most)), reverse=True)
        return list(dict.fromkeys(number for _at, number in dated))[:most]

    def latest_of(self, numbers: Sequence[int], most: int) -> list[Document]:
        """Return the latest `most` of those with these numbers."""
        found = self._rows(numbers, _columns()) if len(numbers) <= most else self._latest_rows(numbers, most)
        return [_document(row) for row in sorted(found, key=itemgetter(_AT, 0), reverse=True)]

    def latest_with(self, condition: Condition, most: int) -> list[Document]:
        """Return the latest `most` that meet a condition, too."""
        both = self.condition & condition
        if both.is_never:
            return []
        sql = f"SELECT {_columns()} FROM search_document WHERE {both.sql} {ORDER}"  # noqa: S608
        return [_document(row) for row in _asked(sql, [*both.values, most])]

    def lengths(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """Return those of these numbers that may be seen, each with its length in tokens."""
        return self._rows(numbers, "search_document.id, search_document.length")

    def _latest_rows(self, numbers: Sequence[int], most: int) -> list[tuple[Any, ...]]:
        dated = self._rows(numbers, f"{_at()}, search_document.id")
        return _rows_of([number for _at, number in sorted(dated, reverse=True)[:most]])

    def _rows(self, numbers: Sequence[int], columns: str) -> list[tuple[Any, ...]]:
        both = self.condition & among(numbers)
        if both.is_never:
            return []
        return _asked(f"SELECT {columns} FROM {_table()} WHERE {both.sql}", both.values)  # noqa: S608


def documents(numbers: Sequence[int]) -> list[Document]:
    """Return the documents with these numbers, in this order; they have been found to be seen."""
    found = {row[0]: row for row in _rows_of(numbers)}
    return [_document(found[number]) for number in numbers if number in found]


def _rows_of(numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    if not numbers:
        return []
    return _asked(f"SELECT {_columns()} FROM {_table()} WHERE {among(numbers).sql}", ())  # noqa: S608


def _asked(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _table(along: str = "") -> str:
    """The table as SQLite is to go through it: along an index, or by the numbers of rows."""
    if connection.vendor == "postgresql":
        return "search_document"
    return f"search_document INDEXED BY {along}" if along else "search_document NOT INDEXED"


def _columns() -> str:
    return ", ".join([*(f"search_document.{name}" for name in _OTHERS), _at()])


def _at() -> str:
    """The column of the moment; on SQLite, with the plus, as it lies there: reading thousands of moments takes long."""
    return "search_document.at" if connection.vendor == "postgresql" else "+search_document.at"


def _document(row: tuple[Any, ...]) -> Document:
    at = row[_AT] if isinstance(row[_AT], datetime) else datetime.fromisoformat(row[_AT]).replace(tzinfo=UTC)
    return Document.from_db(connection.alias, FIELDS, (*row[:_AT], at))
