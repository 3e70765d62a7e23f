"""Telling of rows that no verb's line can carry: very many at once, and those written past the models."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.ledger import appending
from proxeny.ledger.events import Kind
from proxeny.ledger.rows import noting
from proxeny.ledger.rows.declaring import Kept, kept

A_LINE_TELLS = 500
"""More rows than these go on record in lines of their own."""
A_LINE = 2000
"""So many rows one line tells of at most, where it tells of nothing else."""


def made(rows: QuerySet[Any]) -> None:
    """Note rows that were written past the models, in statements of one's own, and were not there before."""
    one = kept(rows.model)
    if one is not None:
        noting.made(one, rows.order_by().values_list("pk", flat=True))


def lay(about: Iterable[Reference], *, by: Actor, above: int = A_LINE_TELLS) -> int:
    """Put what was noted up to now on record in lines of its own, so many rows each; return how many lines.

    For what changes more rows than one line should carry, and for rows that belong to no single line; `above` leaves so
    many rows to the line that follows.
    """
    standing, named, lines = noting.current(), list(about), 0
    if (
        standing is None
        or sum(map(len, standing.rows.values())) <= above
        or (noted := noting.taken()) is None
    ):
        return 0
    for one, several in _portions(noted.rows):
        for number, was in several:
            noting.note(one, [(number, was)], noted.changed.get((one.label, number), ()))
        appending.append(Kind.LAID, about=named, by=by, count=len(several), table=one.thing)
        lines += 1
    return lines


def _portions(every: dict[Kept, dict[int, str]]) -> Iterator[tuple[Kept, list[tuple[int, str]]]]:
    for one, rows in every.items():
        listed = list(rows.items())
        for start in range(0, len(listed), A_LINE):
            yield one, listed[start : start + A_LINE]
