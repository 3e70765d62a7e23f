"""Queries phrased once. For a small answer the ORM takes ten times as long to phrase a question as the database to answer.

The queryset stays the one place where a question, and whose rows it may find, is stated: its SQL is taken from it once in
a process, and afterwards only the values change.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import Any, Generic, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from proxeny.core.phrased_rows import Rows, rows_of

R = TypeVar("R")
Value = int | str | date | datetime
# A number that no query says by itself, and that every column of whole numbers can hold.
_NUMBER = 2_147_000_000
_WORD = "\ue000{}\ue001"
_LEAST, _MOST = -(2**63), 2**63 - 1
_DAY = date(9900, 1, 1)
_MOMENT = datetime(9900, 1, 1, tzinfo=UTC)


class Phrased(Generic[R]):
    """A question whose values are whole numbers, words, days or moments: `phrase` makes its queryset of them.

    All that changes from one time to the next must be among the values; None, lists, and values that `phrase` itself looks
    at to decide something, cannot be. A value that the query does not carry is refused, unless `may_spare` says that it
    may do without: then see to it that nothing is decided by it. Rows are what the queryset gives, `select_related` and
    `values_list` with them; `prefetch_related` is not there.
    """

    def __init__(self, phrase: Callable[..., QuerySet[Any, R]], *, may_spare: bool = False) -> None:
        self._phrase, self._may_spare = phrase, may_spare
        self._known: _Known[R] | None = None
        self._turn = Lock()

    def __call__(self, *values: Value) -> list[R]:
        """Return the rows for these values."""
        if not all(map(_fits, values)):
            return list(self._phrase(*values))
        if self._known is None:
            # Threads that serve the first requests come here together; some parts of a queryset bear only one at a time.
            with self._turn:
                self._known = self._known or self._phrased(values)
        return self._known.asked(values) if self._known.rows else list(self._phrase(*values))

    def first(self, *values: Value) -> R | None:
        """Return the first row for these values, or None; the queryset should not ask for more than one."""
        return next(iter(self(*values)), None)

    def _phrased(self, values: Sequence[Value]) -> "_Known[R]":
        marks = [_mark(place, value) for place, value in enumerate(values)]
        known = _Known(self._phrase(*marks), marks)
        if known.rows and not self._may_spare and (missing := set(marks) - known.carried):
            raise ValueError(f"not among the values of the query: {missing}")
        return known


class _Known(Generic[R]):
    """A question with its SQL; `rows` is None where it finds nothing for its marks: then the ORM answers each time."""

    def __init__(self, queryset: QuerySet[Any, R], marks: Sequence[Value]) -> None:
        self._using = queryset.db
        compiler = queryset.query.get_compiler(using=self._using)
        self.rows: Rows[R] | None = None
        self._sql, places = "", cast("tuple[Any, ...]", ())
        with suppress(EmptyResultSet):
            self._sql, places = compiler.as_sql()
            self.rows = rows_of(queryset, compiler)
        turns = {_said(mark, self._using): turn for turn, mark in enumerate(marks)}
        # For each place in the SQL: which of the values stands there, or what always does.
        self._places = [(turns.get(place), place) for place in places]
        self.carried = {marks[turn] for turn, _always in self._places if turn is not None}

    def asked(self, values: Sequence[Value]) -> list[R]:
        """Ask the database."""
        assert self.rows is not None
        said = [_said(value, self._using) for value in values]
        connection = connections[self._using]
        with connection.cursor() as cursor:
            cursor.execute(
                self._sql, [always if turn is None else said[turn] for turn, always in self._places]
            )
            return self.rows(cursor.fetchall(), connection)


def _fits(value: Value) -> bool:
    """A number that no column holds, as somebody may write it into an address, the ORM answers without asking."""
    return not isinstance(value, int) or _LEAST <= value <= _MOST


def _mark(place: int, value: Value) -> Value:
    if isinstance(value, str):
        return _WORD.format(place)
    if isinstance(value, datetime):
        return _MOMENT + timedelta(days=place)
    if isinstance(value, date):
        return _DAY + timedelta(days=place)
    return _NUMBER + place


def _said(value: Value, using: str) -> Any:
    """The value as the database is given it."""
    if isinstance(value, datetime):
        return connections[using].ops.adapt_datetimefield_value(value)
    return connections[using].ops.adapt_datefield_value(value) if isinstance(value, date) else value
