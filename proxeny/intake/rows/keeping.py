"""Carrying out a plan, and writing down what it did to each row."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch, RowChange
from proxeny.intake.rows.planning import Plan
from proxeny.intake.rows.shelf import Done, Shelf, Standing, chunks
from proxeny.ledger.reconciling import telling


def keep(plan: Plan, shelf: Shelf[Any], batch: Batch, now: datetime, done: Done, *, by: Actor) -> None:
    """Make and change what the plan says, in the caller's transaction; what was before stays with the batch."""
    numbers = shelf.make(plan.made, now, done)
    made = [Standing(number, state, now) for number, state in zip(numbers, plan.made, strict=True)]
    shelf.change(plan.changes, done)
    _write_down(RowChange(batch=batch, subject=_subject(shelf, one.number), after=one.state) for one in made)
    _write_down(
        RowChange(batch=batch, subject=_subject(shelf, one.number), before=one.before, after=one.after)
        for one in plan.changes
    )
    telling.lay([batch.record], by=by)
    shelf.tell(batch, made, plan.changes, by=by)


def _subject(shelf: Shelf[Any], number: int) -> str:
    return str(references.to(shelf.kind, number))


def _write_down(changes: Iterable[RowChange]) -> None:
    for chunk in chunks(list(changes)):
        RowChange.objects.bulk_create(chunk)
