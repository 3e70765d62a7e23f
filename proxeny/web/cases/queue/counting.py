"""How many cases there are, without counting a hundred thousand on every page.

Up to a thousand the count is exact at every moment. A larger one is kept for a minute, by the question it answers, which names
whoever asks; between two pages nobody sees whether it is 38,412 or 38,413.
"""

import time
from typing import Any, Self

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet, Value, When
from django.db.models import Case as If

from proxeny.cases import access
from proxeny.cases.models import Case
from proxeny.core.actors import Actor

KEPT_FROM, KEPT_SECONDS, MOST_KEPT = 1_000, 60.0, 2_000
_counts: dict[tuple[str, str], tuple[float, int]] = {}


class Readable(QuerySet[Case]):
    """The cases that somebody may read, in a form that is quick to walk in the queue's order and quick to count.

    Walking, what rights let through is asked of each row of the order's index, and not collected from three others and sorted.
    Counting all of them, it is the other way round.
    """

    whole: QuerySet[Case] | None = None

    @classmethod
    def of(cls, actor: Actor) -> Self:
        """Return those of this reader."""
        found = cls(Case)
        reach = access.reachable(actor)
        if reach:
            found = found.filter(_asked_of_each(reach))
            found.whole = access.cases(actor)
        return found

    def count(self) -> int:
        """Count them; a large count may be a minute old."""
        key = _key(self if self.whole is None else self.whole)
        kept = _counts.get(key)
        now = time.monotonic()
        if kept is not None and now - kept[0] < KEPT_SECONDS:
            return kept[1]
        count = super().count() if self.whole is None else self.whole.count()
        if count > KEPT_FROM:
            if len(_counts) >= MOST_KEPT:
                _counts.clear()
            _counts[key] = now, count
        return count


def forget() -> None:
    """Count anew."""
    _counts.clear()


def _asked_of_each(reach: Q) -> If:
    return If(When(reach, then=Value(True)), default=Value(False), output_field=BooleanField())


def _key(asked: QuerySet[Any]) -> tuple[str, str]:
    sql, values = asked.order_by().values("pk").query.sql_with_params()
    return str(connection.settings_dict["NAME"]), f"{sql} {values}"
