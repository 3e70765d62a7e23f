"""What every page of the workbench shows: who is here, the day, where one can go."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, may


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the rail: its route, its name, the area that opens it, the letter that leads there after `g`."""

    route: str
    name: object
    area: Area
    key: str
    icon: str


PLACES = [
    Place("docket", _("Docket"), Area.HEALTH, "d", "docket"),
    Place("accounts", _("Accounts"), Area.DOSSIER, "a", "accounts"),
    Place("cases", _("Cases"), Area.DOSSIER, "e", "cases"),
    Place("orders", _("Orders"), Area.DISPATCHED, "o", "send"),
    Place("requests", _("Requests"), Area.REQUESTS, "r", "request"),
    Place("articles", _("Knowledge"), Area.DOSSIER, "k", "knowledge"),
    Place("teams", _("Teams"), Area.TEAM_RECORDS, "t", "teams"),
    Place("imports", _("Imports"), Area.IMPORTS, "i", "imports"),
    Place("ledger", _("Ledger"), Area.LEDGER, "l", "ledger"),
    Place("people", _("People"), Area.PEOPLE, "p", "people"),
    Place("calendar", _("Calendar"), Area.PEOPLE, "c", "calendar"),
]


def workbench(request: HttpRequest) -> dict[str, object]:
    """Return what the frame of each page needs."""
    actor: Actor | None = getattr(request, "actor", None)
    return {
        "actor": actor,
        "today": clock.today(),
        "day_is_moved": clock.is_moved(),
        "looking": getattr(request, "looking", None),
        "rail_places": tuple(place.route for place in PLACES if actor and may(actor, place.area)),
    }
