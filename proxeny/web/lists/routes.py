"""The routes that come with a list: its files, its acts, how many rows its pinned views show."""

from django.http import HttpResponse, HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from proxeny.web.lists import doing, exporting, registry, tabs
from proxeny.web.lists.finding import find
from proxeny.web.lists.listing import Listing
from proxeny.web.lists.reader import Reader
from proxeny.web.policy import StaffRequest, View, readers_of, writers_of


def of(listing: Listing) -> list[URLPattern]:
    """Return the routes of a list, named after its page: `accounts-export`, `accounts-tabs`, `accounts-act` …"""
    registry.register(listing)
    name = listing.route
    found = [
        path("export.csv", _file(listing, "csv"), name=f"{name}-export"),
        path("export.xlsx", _file(listing, "xlsx"), name=f"{name}-export-xlsx"),
        path("tabs/", _tabs(listing), name=f"{name}-tabs"),
    ]
    if listing.acts:
        found += [
            path("acts/undo/", _undo(listing), name=f"{name}-act-undo"),
            path("acts/<slug:act>/", _look(listing), name=f"{name}-act"),
            path("acts/<slug:act>/done/", _do(listing), name=f"{name}-act-done"),
        ]
    return found


def _file(listing: Listing, kind: exporting.Kind) -> View:
    @readers_of(listing.area)
    @require_safe
    def export(request: StaffRequest) -> HttpResponseBase:
        """Return the list as a file."""
        return exporting.file_of(find(listing, Reader.of(request), request.GET), kind)

    return export


def _tabs(listing: Listing) -> View:
    @readers_of(listing.area)
    @require_safe
    def counted(request: StaffRequest) -> HttpResponse:
        """Return how many rows each pinned view shows."""
        return tabs.counted(listing, request)

    return counted


def _look(listing: Listing) -> View:
    @writers_of(listing.area)
    @require_POST
    def look(request: StaffRequest, act: str) -> HttpResponse:
        """Show what an act would do to the ticked rows."""
        return doing.look(listing, request, act)

    return look


def _do(listing: Listing) -> View:
    @writers_of(listing.area)
    @require_POST
    def do(request: StaffRequest, act: str) -> HttpResponse:
        """Do it, row by row, and tell what became of each."""
        return doing.do(listing, request, act)

    return do


def _undo(listing: Listing) -> View:
    @writers_of(listing.area)
    @require_POST
    def undo(request: StaffRequest) -> HttpResponse:
        """Take back what was done last."""
        return doing.undo(listing, request)

    return undo
