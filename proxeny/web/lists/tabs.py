"""How many rows each pinned view shows, asked for after the page is there, and never counted beyond `MOST`."""

from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from proxeny.desk import viewing
from proxeny.web.lists.finding import find
from proxeny.web.lists.listing import Listing
from proxeny.web.lists.reader import Reader
from proxeny.web.policy import StaffRequest

MOST = 1_000
TABS = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows a view shows; `is_more` when there are more than were counted."""

    number: int
    count: int
    is_more: bool


def counted(listing: Listing, request: StaffRequest) -> HttpResponse:
    """Answer with the counts, each for its own tab."""
    reader = Reader.of(request)
    pinned = viewing.pinned(reader.actor, listing.key)[:TABS]
    counts = []
    for view in pinned:
        fitting = find(listing, reader, QueryDict(view.query)).fitting
        count = fitting.order_by()[: MOST + 1].count()
        counts.append(Counted(view.pk, min(count, MOST), count > MOST))
    return render(request, "lists/_tab_counts.html", {"counts": counts})
