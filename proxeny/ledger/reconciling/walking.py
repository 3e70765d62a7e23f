"""Laying rows beside their lines: table by table, both in order of the numbers, so that each is read once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection, transaction

from proxeny.ledger.reconciling.breaks import Kind, RowBreak
from proxeny.ledger.reconciling.folding import Image, Told, differing, fold
from proxeny.ledger.reconciling.gathering import Gathered
from proxeny.ledger.reconciling.recovering import recovered
from proxeny.ledger.rows.declaring import Kept, declared
from proxeny.ledger.rows.fingerprints import TAG, Marker, marker

AT_ONCE = 2000
MOST_RECOVERED = 100


@dataclass(slots=True)
class Rows:
    """What laying rows beside their lines found: how many rows there are, how many of them are told of, what does not fit."""

    rows: int = 0
    told: int = 0
    breaks: list[RowBreak] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Tell whether each row is as its lines left it."""
        return not self.breaks


def reconcile(progress: Callable[[int], None] = lambda _: None) -> Rows:
    """Compare every row that is evidence with what the lines say of it; `progress` is told the line that was read last.

    Lines and rows are read as of one moment, so that what is written meanwhile raises no alarm.
    """
    mark, found = marker(), Rows()
    with Gathered(mark.number) as gathered, one_moment():
        gathered.gather(progress)
        if gathered.other_keys:
            first = gathered.other_keys[0]
            found.breaks.append(RowBreak(first, Kind.OTHER_KEY))
        for one in declared():
            _Table(one, mark, found).walk(gathered.of(one))
    found.breaks.sort()
    return found


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it is now, whatever is written meanwhile, and keep nobody from writing."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # `atomic` would take the lock for writing, and hold it as long as this takes.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")


class _Table:
    """One table, laid beside what is told of its rows."""

    def __init__(self, one: Kept, mark: Marker, found: Rows) -> None:
        self._one, self._mark, self._found = one, mark, found
        self._place = {name: place for place, name in enumerate(one.columns)}

    def walk(self, told: Iterator[tuple[int, list[Image]]]) -> None:
        """Go through rows and images side by side."""
        number, images = next(told, (None, []))
        for row, values in self._rows():
            while number is not None and number < row:
                self._without_row(number, fold(images))
                number, images = next(told, (None, []))
            if number == row:
                self._both(row, values, images)
                number, images = next(told, (None, []))
            else:
                self._without_line(row, values)
        while number is not None:
            self._without_row(number, fold(images))
            number, images = next(told, (None, []))

    def _rows(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        after = -(2**63)
        every = self._one.model._base_manager.order_by("pk")  # noqa: SLF001  (Django's public name)
        while several := list(every.filter(pk__gt=after).values_list("pk", *self._one.columns)[:AT_ONCE]):
            for number, *values in several:
                yield number, tuple(values)
            self._reckon_anew([number for number, *_values in several])
            after = several[-1][0]

    def _reckon_anew(self, numbers: list[int]) -> None:
        one = self._one
        for row, names in (one.otherwise(numbers) if one.otherwise else {}).items():
            self._found.breaks += [
                RowBreak(
                    0, Kind.OTHERWISE, one.label, row, name, one.thing, self._label(name), self._own(row)
                )
                for name in names
            ]

    def _both(self, row: int, values: tuple[Any, ...], images: list[Image]) -> None:
        told = fold(images)
        assert told is not None
        self._found.rows += 1
        self._gaps(row, told)
        if told.came_from_nowhere and not self._one.uncounted[0]:
            self._add(Kind.UNRECORDED, row, told.first)
        image = told.last
        if not self._counts(values) or not told.is_told or not set(image.columns) <= set(self._place):
            return
        self._found.told += 1
        said = [values[self._place[name]] for name in image.columns]
        if not image.now:
            self._add(Kind.UNRECORDED, row, image)
        elif self._mark.whole(self._one.label, row, said) != image.now:
            names = differing(image, self._mark.tags(self._one.label, row, image.columns, said))
            if not names:
                self._add(Kind.CHANGED, row, image)
            for name in names:
                self._changed(row, image, name, [one.line for one in images], values[self._place[name]])

    def _changed(self, row: int, image: Image, name: str, lines: list[int], now: Any) -> None:
        self._add(Kind.CHANGED, row, image, name)
        if len(self._found.breaks) <= MOST_RECOVERED:
            had = recovered(self._mark, self._one.label, row, self._field(name), image, lines, now)
            on_record = None if not had else str(had[0])
            self._found.breaks[-1] = replace(
                self._found.breaks[-1], on_record=on_record, in_table=None if now is None else str(now)
            )

    def _without_line(self, row: int, values: tuple[Any, ...]) -> None:
        self._found.rows += 1
        if self._counts(values):
            kind, column = self._one.belongs
            number = values[self._place[column]] if column else None
            about = f"{kind}:{number}" if number else self._own(row)
            self._found.breaks.append(
                RowBreak(0, Kind.UNRECORDED, self._one.label, row, thing=self._one.thing, about=about)
            )

    def _without_row(self, row: int, told: Told | None) -> None:
        assert told is not None
        self._gaps(row, told)
        if told.last.now and told.is_told and not self._was_uncounted(row, told.last):
            self._add(Kind.MISSING, row, told.last)

    def _gaps(self, row: int, told: Told) -> None:
        for gap in told.gaps:
            for name in gap.columns or ("",):
                at = told.last._replace(line=gap.line)
                self._add(Kind.CHANGED_BETWEEN, row, at, name, until=gap.until)

    def _add(self, kind: Kind, row: int, image: Image, name: str = "", *, until: int = 0) -> None:
        one, label = self._one, self._label(name) if name else ""
        hidden, about = image.is_confidential, self._own(row) or image.about
        self._found.breaks.append(
            RowBreak(image.line, kind, one.label, row, name, one.thing, label, about, hidden, until)
        )

    def _own(self, row: int) -> str:
        """Return the reference of a row that has a page of its own."""
        kind, column = self._one.belongs
        return f"{kind}:{row}" if kind and not column else ""

    def _label(self, column: str) -> str:
        """Return the msgid by which people call the column."""
        named = self._field(column).verbose_name
        # What is translated late keeps its msgid; what nobody named is called by its column.
        args = getattr(named, "_args", None) or getattr(named, "_proxy____args", None)
        return str(args[-1]) if args else str(named)

    def _field(self, column: str) -> Any:
        fields = self._one.model._meta.concrete_fields  # noqa: SLF001  (Django's public name)
        return next(one for one in fields if one.attname == column)

    def _counts(self, values: tuple[Any, ...]) -> bool:
        column, uncounted = self._one.uncounted
        return not column or values[self._place[column]] not in uncounted

    def _was_uncounted(self, row: int, image: Image) -> bool:
        """Tell whether the row, when last told of, was no evidence: then nobody says when it goes."""
        column, uncounted = self._one.uncounted
        if not column or column not in image.columns:
            return False
        place = image.columns.index(column) * TAG
        tag = image.tags[place : place + TAG]
        return tag in {self._mark.tag(self._one.label, row, column, value) for value in uncounted}
