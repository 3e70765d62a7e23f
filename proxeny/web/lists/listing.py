"""What a list is: whose rows it shows, in which columns, by which filters and orders, and what can be done to many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet
from django.utils.functional import Promise

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.web.lists.acts import BulkAct
from proxeny.web.lists.filters import Filter
from proxeny.web.lists.reader import Reader

Rows = QuerySet[Any]
Label = Promise | str
ON_A_PAGE = 50


def to_everybody(_actor: Actor) -> bool:
    """Let everybody who reads the list know of it."""
    return True


@dataclass(frozen=True, slots=True)
class Sort:
    """An order. `order` puts the rows in its usual direction and ends the ties; `falls` tells that the largest come first.

    `fields`, where the order is that of plain columns without NULL, let the list be walked to its end without
    counting off what lies before.
    """

    order: Callable[[Rows, Reader], Rows]
    falls: bool = False
    fields: tuple[str, ...] = ()


def by(*fields: str) -> Sort:
    """Return the order of plain columns; `-name` falls. They must not be NULL; the row's number ends the ties."""
    falls = fields[0].startswith("-")
    whole = (*fields, "-pk" if falls else "pk") if fields[-1].lstrip("-") != "pk" else fields
    return Sort(lambda rows, _reader: rows.order_by(*whole), falls, whole)


def by_nullable(field: str, *ties: str) -> Sort:
    """Return the order of a column that may be empty: rows without it come last."""
    return Sort(lambda rows, _reader: rows.order_by(F(field).asc(nulls_last=True), *ties, "pk"))


@dataclass(frozen=True, slots=True)
class Export:
    """A column of the exported file: its heading, which stays the same in every language, and its value of a row."""

    heading: str
    value: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `cell` is the template of its cells, with `row` in it; `text` is enough for plain words.

    `is_fixed` ones cannot be left out and come first; `known` tells who may know of the column at all;
    `style` is a class of its cells (`is-second` and `is-third` go first where there is little room).
    """

    key: str
    label: Label
    cell: str = "lists/cells/text.html"
    text: Callable[[Any], object] | None = None
    exports: tuple[Export, ...] = ()
    sort: Sort | None = None
    is_figure: bool = False
    is_shown: bool = True
    is_fixed: bool = False
    known: Callable[[Actor], bool] = to_everybody
    style: str = ""

    @property
    def css(self) -> str:
        """The classes of its cells."""
        return " ".join(filter(None, ("figure" if self.is_figure else "", self.style)))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `rows` are what a reader may see at all; `dress` makes of loaded rows what the cells show, one for one.

    `route` is the name of its page; the other routes of a list are named after it (`lists.routes.of`). `number`
    reads the primary key of a dressed row; `loads` are the relations that come with a row; `quick` loads those of up to a
    page of keys that the reader may see, in any order, where there is a quicker way than through `rows`; `nothing_yet` is
    the template for a list without any row; `row_style` gives a class of the whole row.
    """

    key: str
    route: str
    area: Area
    title: Label
    rows: Callable[[Reader], Rows]
    dress: Callable[[Sequence[Any], Reader], Sequence[Any]]
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    sort: str
    counted: Callable[[int], str]
    number: Callable[[Any], int] = field(default=lambda row: row.pk)
    loads: tuple[str, ...] = ()
    quick: Callable[[Sequence[int], Reader], Sequence[Any]] | None = None
    acts: tuple[BulkAct, ...] = ()
    nothing_yet: str = "lists/_nothing_yet.html"
    row_style: Callable[[Any], str] = field(default=lambda _row: "")
    style: str = ""
    on_a_page: int = ON_A_PAGE

    def columns_for(self, actor: Actor) -> list[Column]:
        """Return the columns that the actor may know of."""
        return [column for column in self.columns if column.known(actor)]

    def filters_for(self, actor: Actor) -> list[Filter]:
        """Return the filters that the actor may know of."""
        return [one for one in self.filters if one.known(actor)]

    def acts_for(self, actor: Actor) -> list[BulkAct]:
        """Return what the actor may do to many rows."""
        return [act for act in self.acts if act.may(actor)]
