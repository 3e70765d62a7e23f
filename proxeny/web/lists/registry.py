"""The lists there are, by their keys: a kept view names its list by key."""

from proxeny.identity.access import NotFound
from proxeny.web.lists.listing import Listing

_KNOWN: dict[str, Listing] = {}


def register(listing: Listing) -> None:
    """Make the list known; its key must be its own."""
    if _KNOWN.setdefault(listing.key, listing) is not listing:
        raise LookupError(f"two lists are called {listing.key}")


def listing_of(key: str) -> Listing:
    """Return the list, or raise NotFound."""
    if key not in _KNOWN:
        raise NotFound(f"list:{key}")
    return _KNOWN[key]
