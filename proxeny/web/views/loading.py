"""The list a view is of, for those who may read that list."""

from django.http import QueryDict

from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.identity.roles import may
from proxeny.web.lists import registry
from proxeny.web.lists.finding import find
from proxeny.web.lists.listing import Listing
from proxeny.web.lists.reader import Reader
from proxeny.web.policy import StaffRequest


def listing_for(request: StaffRequest, key: str) -> Listing:
    """Return the list of that key, or raise NotFound: a closed list has no views either."""
    listing = registry.listing_of(key)
    if not may(request.actor, listing.area):
        raise NotFound(f"list:{key}")
    return listing


def view_for(request: StaffRequest, number: int, *, own: bool = False) -> tuple[SavedView, Listing]:
    """Return a view that the reader may open (or that is their own), with its list."""
    view = viewing.view_for(request.actor, number, own=own)
    return view, listing_for(request, view.listing)


def team_for(request: StaffRequest, number: str) -> Team | None:
    """Return the team of the reader's that was chosen; none for no number."""
    if not number:
        return None
    found = viewing.teams_of(request.actor).filter(pk=number).first() if number.isdecimal() else None
    if found is None:
        raise NotFound(f"team:{number}")
    return found


def tidy_query(request: StaffRequest, listing: Listing, query: str) -> str:
    """Return of an address what makes sense for the list and its reader: only that is kept."""
    asked = QueryDict(query, mutable=True)
    asked.pop("view", None)
    return find(listing, Reader.of(request), asked).wanted.content()
