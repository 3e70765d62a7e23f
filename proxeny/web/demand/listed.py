"""The routes that come with a list, as `lists.routes.of` gives them, under a policy of their own; these lists have no acts."""

from django.http import HttpResponse, HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from proxeny.web.lists import exporting, registry, tabs
from proxeny.web.lists.finding import find
from proxeny.web.lists.listing import Listing
from proxeny.web.lists.reader import Reader
from proxeny.web.policy import Policy, StaffRequest, View, route


def of(listing: Listing, policy: Policy) -> list[URLPattern]:
    """Return the routes of a list, named after its page."""
    registry.register(listing)
    name = listing.route
    return [
        path("export.csv", _file(listing, "csv", policy), name=f"{name}-export"),
        path("export.xlsx", _file(listing, "xlsx", policy), name=f"{name}-export-xlsx"),
        path("tabs/", _tabs(listing, policy), name=f"{name}-tabs"),
    ]


def _file(listing: Listing, kind: exporting.Kind, policy: Policy) -> View:
    @route(policy)
    @require_safe
    def export(request: StaffRequest) -> HttpResponseBase:
        """Return the list as a file."""
        return exporting.file_of(find(listing, Reader.of(request), request.GET), kind)

    return export


def _tabs(listing: Listing, policy: Policy) -> View:
    @route(policy)
    @require_safe
    def counted(request: StaffRequest) -> HttpResponse:
        """Return how many rows each pinned view shows."""
        return tabs.counted(listing, request)

    return counted
