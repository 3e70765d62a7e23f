"""The address of a list says all of it: filters, order, columns, page, view. What makes no sense is dropped quietly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from proxeny.core.actors import Actor
from proxeny.web.lists.filters import Offered, Values
from proxeny.web.lists.listing import Column, Listing

MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for. `values` by filter; `columns` None for the usual ones; `after` a row to go on behind."""

    listing: Listing
    values: Mapping[str, Values] = field(default_factory=dict)
    sort: str = ""
    is_reversed: bool = False
    columns: Values | None = None
    page: int = 1
    after: int | None = None
    view: int | None = None

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.values)

    def with_filter(self, key: str, values: Values) -> "Wanted":
        """Return the same with other values of one filter, from the first page on."""
        others = {name: kept for name, kept in self.values.items() if name != key}
        return replace(self, values={**others, **({key: values} if values else {})}, page=1, after=None)

    def sorted_by(self, key: str) -> "Wanted":
        """Return the same in the order of a column; asked again, the other way round."""
        turned = self.sort == key and not self.is_reversed
        return replace(self, sort=key, is_reversed=turned, page=1, after=None)

    def at(self, page: int = 1, after: int | None = None) -> "Wanted":
        """Return another page of the same."""
        return replace(self, page=page, after=after)

    def with_columns(self, columns: Values | None) -> "Wanted":
        """Return the same in other columns."""
        return replace(self, columns=columns)

    def cleared(self) -> "Wanted":
        """Return the same without any filter."""
        return replace(self, values={}, page=1, after=None)

    def content(self) -> str:
        """Return filters, order and columns as an address has them, without page and view: what a view keeps."""
        return urlencode(self._content(in_full=False))

    def query(self) -> str:
        """Return all of it as an address has it.

        Beside a view even the usual order is written: `?view=12` alone means the view as it was kept.
        """
        parts = self._content(in_full=self.view is not None)
        parts += [("view", str(self.view))] if self.view is not None else []
        parts += [("page", str(self.page))] if self.page > 1 else []
        parts += [("after", str(self.after))] if self.after is not None else []
        return urlencode(parts)

    @property
    def sorting(self) -> str:
        """The order as an address has it."""
        return f"-{self.sort}" if self.is_reversed else self.sort

    def _content(self, *, in_full: bool) -> list[tuple[str, str]]:
        parts: list[tuple[str, str]] = []
        for one in self.listing.filters:
            if one.key in self.values:
                parts += one.write(self.values[one.key])
        if in_full or self.sorting != self.listing.sort:
            parts.append(("sort", self.sorting))
        if self.columns is not None:
            parts.append(("columns", ",".join(self.columns)))
        return parts


def read(listing: Listing, asked: QueryDict, offers: Mapping[str, Offered], actor: Actor) -> Wanted:
    """Return what an address asks of a list, as far as it makes sense to this reader."""
    known = listing.filters_for(actor)
    read_values = {one.key: one.read(asked, offers.get(one.key, [])) for one in known}
    values = {key: found for key, found in read_values.items() if found}
    columns = listing.columns_for(actor)
    sort, is_reversed = _sort(listing, asked.get("sort", ""), columns)
    after = _number(asked.get("after"))
    return Wanted(
        listing,
        values,
        sort,
        is_reversed,
        _columns(asked, columns),
        page=max(1, _number(asked.get("page")) or 1) if after is None else 1,
        after=after,
        view=_number(asked.get("view")),
    )


def _sort(listing: Listing, asked: str, columns: Sequence[Column]) -> tuple[str, bool]:
    sortable = {column.key for column in columns if column.sort}
    for wish in (asked, listing.sort):
        if wish.removeprefix("-") in sortable:
            return wish.removeprefix("-"), wish.startswith("-")
    raise LookupError(f"{listing.key}: {listing.sort} is no order of this list")


def _columns(asked: QueryDict, columns: Sequence[Column]) -> Values | None:
    """The columns asked for, in that order; `up=level` moves one before its neighbour (the chooser without script)."""
    if "columns" not in asked:
        return None
    choosable = [column.key for column in columns if not column.is_fixed]
    wishes = [wish for part in asked.getlist("columns") for wish in part.split(",")]
    chosen = [wish for wish in dict.fromkeys(wishes) if wish in choosable]
    if not chosen and any(wishes):
        return None
    moved = asked.get("up", "")
    if (place := chosen.index(moved) if moved in chosen else 0) > 0:
        chosen[place - 1], chosen[place] = chosen[place], chosen[place - 1]
    usual = [column.key for column in columns if column.is_shown and not column.is_fixed]
    return None if chosen == usual else tuple(chosen)


def _number(text: Any) -> int | None:
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def columns_of(wanted: Wanted, actor: Actor) -> list[Column]:
    """Return the columns that are shown, in their order: the fixed ones first."""
    known = {column.key: column for column in wanted.listing.columns_for(actor)}
    fixed = [column for column in known.values() if column.is_fixed]
    if wanted.columns is None:
        return fixed + [column for column in known.values() if column.is_shown and not column.is_fixed]
    return fixed + [known[key] for key in wanted.columns if key in known]


def without_view(wanted: Wanted) -> Wanted:
    """Return the same, begun from no view."""
    return replace(wanted, view=None)
