"""Taking back a batch of rows: what it changed is as it was before, what it made is gone, or nothing happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_
from proxeny.intake.models import Batch, RowChange
from proxeny.intake.rows.shelf import Change, Shelf, Standing, State, chunks
from proxeny.intake.undoing import CannotUndo

MOST_NAMED = 3
CHANGED_SINCE = N_(
    "Changed since, by a person or another import: %(names)s. Take that back first, or leave this as it is."
)
HELD = N_("Something stands on what this import made: %(names)s. Nothing was taken back.")
GONE = N_("What these belonged to before is gone: %(names)s. Nothing was taken back.")


@dataclass(frozen=True, slots=True)
class Noted:
    """What a batch did to one row."""

    number: int
    before: State | None
    after: State


@dataclass(frozen=True, slots=True)
class TakeBackRows:
    """How batches of one kind are taken back."""

    shelf: Shelf[Any]

    def __call__(self, batch: Batch, by: Actor) -> None:
        """Restore and remove, in the caller's transaction; raise CannotUndo, naming the first rows that are in the way."""
        noted = [_noted(one) for one in RowChange.objects.filter(batch=batch).order_by("pk").iterator()]
        standing = self.shelf.by_number([one.number for one in noted])
        self._refuse(CHANGED_SINCE, [self._named(one, standing) for one in noted if _is_other(one, standing)])
        changes = [_back(one, standing[one.number]) for one in noted if one.before is not None]
        gone = self.shelf.stale([one.state for one in changes])
        self._refuse(GONE, [self.shelf.name_of(state) for state in gone])
        self.shelf.change(changes, lambda _count: None)
        self._remove([one.number for one in noted if one.before is None], standing)
        self.shelf.tell_restored(batch, changes, by=by)

    def _remove(self, numbers: Sequence[int], standing: dict[int, Standing]) -> None:
        """Remove the rows, or say on which of them something stands."""
        self.shelf.release(numbers)
        for chunk in chunks(numbers):
            try:
                with transaction.atomic():
                    self.shelf.remove(chunk)
            except ProtectedError:
                held = [
                    self.shelf.name_of(standing[number].state) for number in chunk if not self._can_go(number)
                ]
                self._refuse(HELD, held or [self.shelf.name_of(standing[chunk[0]].state)])

    def _can_go(self, number: int) -> bool:
        try:
            with transaction.atomic():
                self.shelf.remove([number])
                transaction.set_rollback(True)
        except ProtectedError:
            return False
        return True

    def _named(self, one: Noted, standing: dict[int, Standing]) -> str:
        found = standing.get(one.number)
        return self.shelf.name_of(found.state if found else {**(one.before or {}), **one.after})

    def _refuse(self, pattern: str, names: Sequence[str]) -> None:
        if names:
            raise CannotUndo(gettext(pattern) % {"names": _first_of(names)})


def _first_of(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")


def _noted(change: RowChange) -> Noted:
    return Noted(int(Reference.parse(change.subject).key), change.before, change.after)


def _is_other(one: Noted, standing: dict[int, Standing]) -> bool:
    """Tell whether the row is no longer as the batch left it, as far as the batch had a hand in it."""
    found = standing.get(one.number)
    if found is None:
        return True
    return any(found.state[name] != value for name, value in one.after.items() if name != "changed_at")


def _back(one: Noted, found: Standing) -> Change:
    """Return the way back; the time of the last change goes back too, unless something else changed meanwhile."""
    before = dict(one.before or {})
    then, at = before.pop("changed_at", ""), one.after.get("changed_at")
    is_last = found.changed_at.isoformat() == at
    after = {name: found.state[name] for name in before}
    changed_at = parse_datetime(then) if is_last and then else found.changed_at
    assert changed_at is not None
    return Change(one.number, {**found.state, **before}, after, before, changed_at)
