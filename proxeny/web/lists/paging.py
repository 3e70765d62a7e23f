"""Pages that stay quick however long the list is.

One cheap count says how many fit. Pages have numbers down to `DEEPEST` rows, because people say “page 3” and nobody
says “page 900”; the database walks past the rows before a page, and that walk is bounded. Behind it, in an order of
plain columns, the list goes on “after” a row: the place is found by its values in the index, so the hundred
thousandth row costs what the first costs. Only the keys of a page are ordered and cut; its rows are loaded by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from proxeny.web.lists.address import Wanted
from proxeny.web.lists.listing import Listing, Rows, Sort
from proxeny.web.lists.reader import Reader

DEEPEST = 10_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the keys of its rows, how many fit in all, the addresses of its neighbours, None where there is none.

    `is_cut` tells that more rows fit, but no page shows them in this order.
    """

    keys: list[int]
    count: int
    first: int | None
    previous: str | None
    next: str | None
    is_cut: bool = False

    @property
    def last(self) -> int | None:
        """The place in the list of the last row shown."""
        return None if self.first is None else self.first + len(self.keys) - 1


def ordered(rows: Rows, wanted: Wanted, reader: Reader) -> Rows:
    """Return the rows in the order asked for."""
    found = sort_of(wanted).order(rows, reader)
    return found.reverse() if wanted.is_reversed else found


def sort_of(wanted: Wanted) -> Sort:
    """Return the order asked for, in its usual direction."""
    column = next(column for column in wanted.listing.columns if column.key == wanted.sort)
    assert column.sort is not None
    return column.sort


def page(rows: Rows, wanted: Wanted, reader: Reader, count: int) -> Page:
    """Return the page asked for of `rows`, of which there are `count`; behind the last one, the last one."""
    size = wanted.listing.on_a_page
    in_order = ordered(rows, wanted, reader)
    if wanted.after is not None and (behind := _behind(wanted, reader)) is not None:
        keys = list(in_order.filter(behind).values_list("pk", flat=True)[: size + 1])
        more = wanted.at(after=keys[size - 1]).query() if len(keys) > size else None
        return Page(keys[:size], count, None, wanted.at().query(), more)
    number = min(wanted.page, max(1, -(-min(count, DEEPEST) // size)))
    start = (number - 1) * size
    keys = list(in_order.values_list("pk", flat=True)[start : start + size])
    following, is_cut = None, False
    if start + size < min(count, DEEPEST):
        following = wanted.at(number + 1).query()
    elif start + size < count:
        is_cut = not sort_of(wanted).fields
        following = None if is_cut else wanted.at(after=keys[-1]).query()
    previous = wanted.at(number - 1).query() if number > 1 else None
    return Page(keys, count, start + 1, previous, following, is_cut)


def _behind(wanted: Wanted, reader: Reader) -> Q | None:
    """What comes after the row `wanted.after`; None when it cannot be seen, or the order has no plain columns."""
    fields = sort_of(wanted).fields
    if not fields:
        return None
    names = [name.lstrip("-") for name in fields]
    values = wanted.listing.rows(reader).filter(pk=wanted.after).values_list(*names).first()
    if values is None:
        return None
    compared = ["lt" if name.startswith("-") is not wanted.is_reversed else "gt" for name in fields]
    steps = [
        Q(**dict(zip(names[:place], values, strict=False)), **{f"{name}__{how}": values[place]})
        for place, (name, how) in enumerate(zip(names, compared, strict=True))
    ]
    # Said once more for the first column alone, so that the database starts in the middle of the index.
    return Q(**{f"{names[0]}__{compared[0]}e": values[0]}) & reduce(or_, steps)


def loaded(listing: Listing, keys: Sequence[int], reader: Reader) -> list[Any]:
    """Return the rows of these keys, in their order, as far as the reader still sees them."""
    if listing.quick and len(keys) <= listing.on_a_page:
        quickly = {row.pk: row for row in listing.quick(keys, reader)}
        return [quickly[key] for key in keys if key in quickly]
    found = listing.rows(reader).select_related(*listing.loads) if listing.loads else listing.rows(reader)
    by_key = found.order_by().in_bulk(list(keys))
    return [by_key[key] for key in keys if key in by_key]
