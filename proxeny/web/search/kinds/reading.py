"""Values of the few rows that a page shows, by their numbers: phrased once for each reader, asked anew every time.

For twenty rows the ORM takes longer to phrase the question, and to make objects of the answer, than the database to answer it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from proxeny.core.actors import Actor

AT_ONCE = 20
READERS = 256
# Numbers that no query says by itself, and that every column of whole numbers can hold.
_MARKS = tuple(range(2_147_000_000, 2_147_000_000 + AT_ONCE))

Phrase = Callable[[Actor, Sequence[int]], "QuerySet[Any, tuple[Any, ...]]"]


class ByNumbers:
    """Rows by their numbers: `phrase` makes, for a reader and some numbers, the queryset of values of those open to them.

    All that changes from one time to the next must be asked of the database within the query. Moments come as the database
    gives them.
    """

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self._known = lru_cache(maxsize=READERS)(self._phrased)

    def __call__(self, actor: Actor, numbers: Collection[int]) -> Iterable[tuple[Any, ...]]:
        """Return the values of those rows that the reader may see."""
        sql, places = self._known(actor)
        wanted = list(numbers)
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(wanted) if sql else 0, AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = dict(zip(_MARKS, some + some[:1] * (AT_ONCE - len(some)), strict=True))
            with connection.cursor() as cursor:
                cursor.execute(sql, [marks.get(place, place) for place in places])
                found += cursor.fetchall()
        return found

    def _phrased(self, actor: Actor) -> tuple[str, tuple[Any, ...]]:
        try:
            sql, places = self._phrase(actor, _MARKS).query.sql_with_params()
        except EmptyResultSet:
            return "", ()
        return sql, tuple(places)
