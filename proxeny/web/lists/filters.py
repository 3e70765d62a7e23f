"""The kinds of filters of a list. Each holds several values, and writes them into the address and reads them from it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.web.lists.reader import Reader

Rows = QuerySet[Any]
Values = tuple[str, ...]
Offered = list[tuple[str, str]]
Label = Promise | str
NOBODY = "none"
MOST_LETTERS = 80


def _everybody(_actor: Actor) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Filter(ABC):
    """What narrows a list. `apply` gets rows, the values (never none) and the reader; `known` tells who may use it."""

    key: str
    label: Label
    apply: Callable[[Rows, Values, Reader], Rows]
    known: Callable[[Actor], bool] = _everybody
    kind = ""

    def offered(self, rows: Rows, reader: Reader) -> Offered:
        """Return the values there are to choose from among `rows`, with their names."""
        del rows, reader
        return []

    def read(self, asked: QueryDict, offered: Offered) -> Values:
        """Return the values of an address in the order they are offered; what makes no sense is left out."""
        wished = set(asked.getlist(self.key))
        return tuple(value for value, _label in offered if value in wished)

    def write(self, values: Values) -> list[tuple[str, str]]:
        """Return the values as parts of an address."""
        return [(self.key, value) for value in values]

    @abstractmethod
    def said(self, values: Values, offered: Offered) -> list[tuple[str, Values]]:
        """Return how each value is called, with what remains when it is taken off."""

    def counts(self, rows: Rows) -> dict[str, int]:
        """Return how many of `rows` each value lets through, where one cheap question tells."""
        del rows
        return {}


@dataclass(frozen=True, kw_only=True)
class Search(Filter):
    """What is typed."""

    placeholder: Label = ""
    kind = "search"

    def read(self, asked: QueryDict, offered: Offered) -> Values:
        """Return what was typed, if anything."""
        del offered
        typed = " ".join(asked.get(self.key, "").replace("\x00", "").split())[:MOST_LETTERS].strip()
        return (typed,) if typed else ()

    def said(self, values: Values, offered: Offered) -> list[tuple[str, Values]]:
        """Quote it."""
        del offered
        return [(_("“%(words)s”") % {"words": values[0]}, ())]


@dataclass(frozen=True, kw_only=True)
class Choice(Filter):
    """Several of some values. `field` names the column that holds them, for counting."""

    choices: Callable[[Rows, Reader], Offered]
    field: str = ""
    kind = "choice"

    def offered(self, rows: Rows, reader: Reader) -> Offered:
        """Return the choices."""
        return self.choices(rows, reader)

    def said(self, values: Values, offered: Offered) -> list[tuple[str, Values]]:
        """Name each value."""
        names = dict(offered)
        return [(names[one], tuple(other for other in values if other != one)) for one in values]

    def counts(self, rows: Rows) -> dict[str, int]:
        """Count by the column."""
        if not self.field:
            return {}
        found = rows.order_by().values_list(self.field).annotate(many=Count("pk"))
        return {NOBODY if value is None else str(value): many for value, many in found}


@dataclass(frozen=True, kw_only=True)
class Days(Filter):
    """From a day to a day, both included; one of them may be open."""

    kind = "days"

    def read(self, asked: QueryDict, offered: Offered) -> Values:
        """Return both days as they stand in an address, an open one as an empty text."""
        del offered
        first, last = (_day(asked.get(name, "")) for name in self.names)
        if first and last and last < first:
            first, last = last, first
        return tuple(one.isoformat() if one else "" for one in (first, last)) if first or last else ()

    def write(self, values: Values) -> list[tuple[str, str]]:
        """Write the days that are not open."""
        return [(name, value) for name, value in zip(self.names, values, strict=False) if value]

    @property
    def names(self) -> tuple[str, str]:
        """The names of both days in an address."""
        return f"{self.key}-from", f"{self.key}-to"

    def said(self, values: Values, offered: Offered) -> list[tuple[str, Values]]:
        """Say from when to when."""
        del offered
        first, last = (_day(value) for value in values)
        here, today = words.here(), clock.today()
        if first and last:
            return [(words.span(first, last, here, today=today), ())]
        day = words.day(first or last or today, here, today=today, weekday=False)
        return [((_("since %(day)s") if first else _("until %(day)s")) % {"day": day}, ())]


def one_of(field: str) -> Callable[[Rows, Values, Reader], Rows]:
    """Return what keeps the rows whose column `field` holds one of the values; `none` means that it is empty."""

    def apply(rows: Rows, values: Values, _reader: Reader) -> Rows:
        wanted = Q(**{f"{field}__in": [value for value in values if value != NOBODY]})
        return rows.filter(wanted | Q(**{field: None}) if NOBODY in values else wanted)

    return apply


def within(field: str) -> Callable[[Rows, Values, Reader], Rows]:
    """Return what keeps the rows whose moment `field` lies in the days."""

    def apply(rows: Rows, values: Values, _reader: Reader) -> Rows:
        first, last = (_day(value) for value in values)
        if first:
            rows = rows.filter(**{f"{field}__gte": clock.start_of(first)})
        return rows.filter(**{f"{field}__lt": clock.start_of(last + timedelta(days=1))}) if last else rows

    return apply


def fixed(choices: Sequence[tuple[str, Label]]) -> Callable[[Rows, Reader], Offered]:
    """Return the same choices for everybody."""
    return lambda _rows, _reader: [(value, str(label)) for value, label in choices]


def people(field: str, nobody: Label) -> Callable[[Rows, Reader], Offered]:
    """Return the colleagues that stand in the column `field` of the rows the reader sees, and that there may be none."""

    def choices(rows: Rows, _reader: Reader) -> Offered:
        named = Exists(rows.order_by().filter(**{field: OuterRef("pk")}))
        found = Staff.objects.filter(named).order_by("name").values_list("pk", "name")
        return [*((str(number), name) for number, name in found), (NOBODY, str(nobody))]

    return choices


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
