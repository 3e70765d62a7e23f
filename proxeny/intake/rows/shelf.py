"""How things of one kind are kept: loaded, made, changed and removed many at once."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Generic, TypeVar

from django.db.models import Model, QuerySet

from proxeny.core.actors import Actor
from proxeny.intake.models import Batch

AT_ONCE = 500
State = dict[str, Any]
"""A thing as plain JSON: its own columns by name, others that it refers to by their references."""

Done = Callable[[int], None]
M = TypeVar("M", bound=Model)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing that stands: its number in the database, what it is like, when that changed last."""

    number: int
    state: State
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that is changed: only the columns that differ; `state` is the whole of it afterwards."""

    number: int
    state: State
    before: State
    after: State
    changed_at: datetime


class Shelf(ABC, Generic[M]):
    """Keeps the things of one kind; every verb of it belongs into the caller's transaction.

    `columns` are the model's own columns that a state holds, `written` all that a change may write.
    """

    model: ClassVar[type[Model]]
    kind: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    written: ClassVar[tuple[str, ...]]

    @abstractmethod
    def name_of(self, state: State) -> str:
        """Return what people call the thing."""

    @abstractmethod
    def queryset(self) -> QuerySet[M]:
        """Return all rows with what `state_of` needs of others."""

    @abstractmethod
    def state_of(self, row: M) -> State:
        """Return the row as a state."""

    @abstractmethod
    def rows_of(self, states: Sequence[State]) -> list[M]:
        """Return unsaved rows for the states."""

    @abstractmethod
    def tell(self, batch: Batch, made: Sequence[Standing], changes: Sequence[Change], *, by: Actor) -> None:
        """Append to the ledger what the batch made and changed."""

    @abstractmethod
    def tell_restored(self, batch: Batch, changes: Sequence[Change], *, by: Actor) -> None:
        """Append to the ledger what taking the batch back changed, as far as its own entry does not say it."""

    def stale(self, states: Sequence[State]) -> list[State]:  # noqa: ARG002  (most kinds refer to what cannot go)
        """Return those of the states that refer to something that is gone."""
        return []

    def loaded(self, rows: QuerySet[M], *, lock: bool) -> Iterator[Standing]:
        """Yield the rows as what stands."""
        for row in rows.select_for_update(of=("self",)) if lock else rows:
            yield Standing(row.pk, self.state_of(row), row.changed_at)  # type: ignore[attr-defined]

    def by_number(self, numbers: Sequence[int]) -> dict[int, Standing]:
        """Return those with these numbers, kept from others until the transaction ends."""
        found = (self.loaded(self.queryset().filter(pk__in=chunk), lock=True) for chunk in chunks(numbers))
        return {one.number: one for several in found for one in several}

    def make(self, states: Sequence[State], now: datetime, done: Done) -> list[int]:
        """Make a row for each state and return their numbers, in that order."""
        numbers: list[int] = []
        for chunk in chunks(states):
            rows = self.rows_of(chunk)
            for row in rows:
                row.added_at = row.changed_at = now  # type: ignore[attr-defined]
            made = self.queryset().model._default_manager.bulk_create(rows)  # noqa: SLF001  (Django's public name)
            numbers += [row.pk for row in made]
            self.follow(rows, chunk, are_new=True)
            done(len(chunk))
        return numbers

    def change(self, changes: Sequence[Change], done: Done) -> None:
        """Write the states over the rows."""
        for chunk in chunks(changes):
            rows = self.rows_of([one.state for one in chunk])
            for row, one in zip(rows, chunk, strict=True):
                row.pk, row.changed_at = one.number, one.changed_at  # type: ignore[attr-defined]
            self.overwrite(rows, [*self.written, "changed_at"], chunk[0].changed_at)
            self.follow(rows, [one.state for one in chunk], are_new=False)
            done(len(chunk))

    def overwrite(self, rows: Sequence[M], columns: Sequence[str], now: datetime) -> None:
        """Write these columns of rows that stand and are locked.

        An upsert on the number is one statement on both databases, and quick. What it would insert, were a row missing, has
        to be whole: `now` fills the times that are not written.
        """
        for row in rows:
            row.added_at = now  # type: ignore[attr-defined]
            row.changed_at = row.changed_at or now  # type: ignore[attr-defined]
        self.queryset().model._default_manager.bulk_create(  # noqa: SLF001  (Django's public name)
            rows, update_conflicts=True, unique_fields=["id"], update_fields=columns
        )

    def follow(self, rows: Sequence[M], states: Sequence[State], *, are_new: bool) -> None:
        """Write what belongs to the rows but stands in rows of its own."""

    def release(self, numbers: Sequence[int]) -> None:
        """Undo what ties the rows to each other, before they are removed."""

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove the rows; ProtectedError where something stands on one."""
        self.queryset().filter(pk__in=numbers).delete()

    def plain(self, row: M) -> State:
        """Return the row's own columns as JSON."""
        return {name: _plain(getattr(row, name)) for name in self.columns}


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the values five hundred at a time."""
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))


def distinct(values: Iterable[T]) -> list[T]:
    """Return each value once, in order."""
    return list(dict.fromkeys(values))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
