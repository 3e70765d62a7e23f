"""From an address to what it shows: the rows that fit, in order, dressed, with their counts."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.identity.access import NotFound
from proxeny.web.lists import address, paging
from proxeny.web.lists.address import Wanted
from proxeny.web.lists.filters import Offered
from proxeny.web.lists.listing import Listing, Rows
from proxeny.web.lists.reader import Reader


@dataclass(frozen=True, slots=True)
class Found:
    """What an address asks of a list: the rows the reader may see at all, those that fit, and the view it started from."""

    reader: Reader
    wanted: Wanted
    offers: dict[str, Offered]
    readable: Rows
    fitting: Rows
    view: SavedView | None

    @property
    def listing(self) -> Listing:
        """The list."""
        return self.wanted.listing

    def keys(self) -> list[int]:
        """Return the keys of all that fits, in order."""
        return list(paging.ordered(self.fitting, self.wanted, self.reader).values_list("pk", flat=True))


def find(listing: Listing, reader: Reader, asked: QueryDict) -> Found:
    """Return what the address asks for; a view that the reader may not see is dropped like any other nonsense."""
    readable = listing.rows(reader)
    offers = {one.key: one.offered(readable, reader) for one in listing.filters_for(reader.actor)}
    view = _view(listing, reader, asked.get("view", ""))
    if view is not None and not _says_more(asked):
        said = QueryDict(view.query, mutable=True)
        for name in ("page", "after", "view"):
            said.setlist(name, asked.getlist(name))
        asked = said
    wanted = address.read(listing, asked, offers, reader.actor)
    if view is None and wanted.view is not None:
        wanted = address.without_view(wanted)
    return Found(reader, wanted, offers, readable, narrowed(readable, wanted, reader), view)


def narrowed(rows: Rows, wanted: Wanted, reader: Reader, but: str = "") -> Rows:
    """Return the rows that the filters let through; `but` names one to leave out."""
    for one in wanted.listing.filters:
        if one.key in wanted.values and one.key != but:
            rows = one.apply(rows, wanted.values[one.key], reader)
    return rows


def dressed(found: Found, keys: list[int]) -> list[Any]:
    """Return what the cells of these rows show, in order."""
    return list(found.listing.dress(paging.loaded(found.listing, keys, found.reader), found.reader))


def _says_more(asked: QueryDict) -> bool:
    """Whether the address says more than which view, and which page of it."""
    return bool(set(asked) - {"view", "page", "after", "on"})


def _view(listing: Listing, reader: Reader, number: str) -> SavedView | None:
    if not (number.isascii() and number.isdigit() and len(number) <= address.MOST_DIGITS):
        return None
    try:
        return viewing.view_for(reader.actor, int(number), listing=listing.key)
    except NotFound:
        return None
