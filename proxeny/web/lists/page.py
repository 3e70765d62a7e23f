"""The page of a list: everything its templates show, and the answer to its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.web.lists import paging
from proxeny.web.lists.acts import BulkAct
from proxeny.web.lists.address import Wanted, columns_of
from proxeny.web.lists.finding import Found, dressed, find
from proxeny.web.lists.heads import Choosable, Head, choosable, heads
from proxeny.web.lists.listing import Column, Listing
from proxeny.web.lists.menus import Chip, Menu, WayOut, chips, menus, ways_out
from proxeny.web.lists.paging import Page
from proxeny.web.lists.reader import Reader
from proxeny.web.policy import StaffRequest
from proxeny.web.quick import address


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the table shows it: its key, what its cells read, a class of the whole row."""

    key: int
    row: Any
    style: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list as one reader asked for it."""

    listing: Listing
    wanted: Wanted
    view: SavedView | None
    views: list[SavedView]
    page: Page
    count_of_all: int
    lines: list[Line]
    columns: list[Column]
    heads: list[Head]
    choosable: list[Choosable]
    menus: list[Menu]
    chips: list[Chip]
    ways_out: list[WayOut]
    acts: list[BulkAct]

    @property
    def path(self) -> str:
        """The address of the list, without what is asked of it."""
        return address(self.listing.route)

    @property
    def counted(self) -> str:
        """How many there are, in words."""
        return self.listing.counted(self.count_of_all)

    @property
    def is_changed(self) -> bool:
        """Whether the address shows something else than the view it began from."""
        return self.view is not None and self.view.query != self.wanted.content()

    @property
    def pinned(self) -> list[SavedView]:
        """The views the reader has pinned, in their order."""
        return [view for view in self.views if view.pinned_place is not None]  # type: ignore[attr-defined]

    @property
    def width(self) -> int:
        """How many columns the table has, with that of the boxes."""
        return len(self.columns) + bool(self.acts)

    @property
    def usual_columns(self) -> str:
        """The address of the same in the usual columns."""
        return self.wanted.with_columns(None).query()

    @property
    def has_more_pages(self) -> bool:
        """Whether all that fits is more than this page."""
        return self.page.count > len(self.lines)


def opened(listing: Listing, request: StaffRequest) -> ListPage:
    """Return the list as the request's address asks for it."""
    found = find(listing, Reader.of(request), request.GET)
    wanted, reader = found.wanted, found.reader
    count = found.fitting.count()
    count_of_all = found.readable.count() if wanted.narrows else count
    page = paging.page(found.fitting, wanted, reader, count)
    columns = columns_of(wanted, reader.actor)
    return ListPage(
        listing=listing,
        wanted=wanted,
        view=found.view,
        views=viewing.shown(reader.actor, listing.key),
        page=page,
        count_of_all=count_of_all,
        lines=_lines(found, page.keys),
        columns=columns,
        heads=heads(wanted, columns),
        choosable=choosable(wanted, reader.actor, columns),
        menus=menus(found, count_of_all),
        chips=chips(found),
        ways_out=ways_out(found) if wanted.narrows and not count and count_of_all else [],
        acts=listing.acts_for(reader.actor),
    )


def respond(
    listing: Listing,
    request: StaffRequest,
    template: str = "lists/page.html",
    more: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page of the list; a fragment for htmx learns the short form of its own address."""
    shown = opened(listing, request)
    answer = render(request, template, {"list": shown, **(more or {})}, status=status)
    if request.headers.get("HX-Request"):
        query = shown.wanted.query()
        answer.headers["HX-Replace-Url"] = f"{request.path}?{query}" if query else request.path
    return answer


def _lines(found: Found, keys: list[int]) -> list[Line]:
    listing = found.listing
    return [Line(listing.number(row), row, listing.row_style(row)) for row in dressed(found, keys)]
