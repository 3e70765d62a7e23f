"""Queries phrased once. For a small answer the ORM takes ten times as long to phrase a question as the database to answer.

The queryset stays the one place where a question, and whose rows it may find, is stated: its SQL is taken from it once in
a process, and afterwards only the values change.
"""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
# A number that no query says by itself, and that every column of whole numbers can hold.
_NUMBER = 2_147_000_000
_WORD = "\ue000{}\ue001"


class Phrased(Generic[M]):
    """A question whose values are whole numbers or words: `phrase` makes its queryset of them, without `select_related`.

    All that changes from one time to the next must be among the values; None, lists, moments, and values that `phrase`
    itself looks at to decide something, cannot be.
    """

    def __init__(self, phrase: Callable[..., QuerySet[M]]) -> None:
        self._phrase = phrase
        self._known: tuple[QuerySet[M], str, tuple[Any, ...]] | None = None
        self._turn = Lock()

    def __call__(self, *values: int | str) -> list[M]:
        """Return the rows for these values."""
        if self._known is None:
            # Threads that serve the first requests come here together; some parts of a queryset bear only one at a time.
            with self._turn:
                self._known = self._known or self._phrased(values)
        queryset, sql, places = self._known
        marks = dict(zip(map(_mark, range(len(values)), values), values, strict=True))
        return list(queryset.raw(sql, [marks.get(place, place) for place in places]))

    def _phrased(self, values: Sequence[int | str]) -> tuple[QuerySet[M], str, tuple[Any, ...]]:
        marks = [_mark(place, value) for place, value in enumerate(values)]
        queryset = self._phrase(*marks)
        sql, places = queryset.query.sql_with_params()
        if missing := set(marks) - set(places):
            raise ValueError(f"not among the values of the query: {missing}")
        return queryset, sql, tuple(places)


def _mark(place: int, value: int | str) -> int | str:
    return _WORD.format(place) if isinstance(value, str) else _NUMBER + place
