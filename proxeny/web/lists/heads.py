"""The heads of the columns, and the menu that chooses among them."""

from dataclasses import dataclass

from proxeny.core.actors import Actor
from proxeny.web.lists.address import Wanted
from proxeny.web.lists.listing import Column


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: where it leads when it can be sorted by, and how it is sorted now."""

    column: Column
    query: str | None
    aria_sort: str


@dataclass(frozen=True, slots=True)
class Choosable:
    """A column in the chooser."""

    column: Column
    is_shown: bool


def heads(wanted: Wanted, columns: list[Column]) -> list[Head]:
    """Return the heads of these columns."""
    return [
        Head(one, wanted.sorted_by(one.key).query() if one.sort else None, _aria_sort(wanted, one))
        for one in columns
    ]


def choosable(wanted: Wanted, actor: Actor, shown: list[Column]) -> list[Choosable]:
    """Return the columns that can be chosen: those shown, in their order, then the others."""
    known = [column for column in wanted.listing.columns_for(actor) if not column.is_fixed]
    first = [Choosable(column, is_shown=True) for column in shown if not column.is_fixed]
    return first + [Choosable(column, is_shown=False) for column in known if column not in shown]


def _aria_sort(wanted: Wanted, column: Column) -> str:
    if column.key != wanted.sort or column.sort is None:
        return ""
    return "descending" if column.sort.falls is not wanted.is_reversed else "ascending"
