"""What the docket page shows: the groups, the item looked at, the forms that answer it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.docket import fronting, reading
from proxeny.docket.fronting import Front
from proxeny.docket.ordering import Order
from proxeny.docket.reading import Item
from proxeny.identity.roles import Area, may
from proxeny.judgement import standing, sweeping
from proxeny.judgement.health import keeping
from proxeny.usage import series
from proxeny.web.docket.forms import answer_forms
from proxeny.web.leading import addresses

ORDERS = {
    Order.ALL: _("stake × urgency × doubt"),
    Order.STAKE: _("what is at stake"),
    Order.URGENCY: _("how urgent it is"),
    Order.DOUBT: _("how doubtful it is"),
}
MOST_DIGITS = 7


def board(actor: Actor, wanted: Mapping[str, str], chosen: int | None = None) -> dict[str, Any]:
    """Return the page's context: the docket in the wanted order with the chosen item, or the first one, opened."""
    order, page, today = order_of(wanted), page_of(wanted), clock.today()
    docket = fronting.rest(actor, today, order, page) if page else fronting.front(actor, today, order)
    opened = _opened(actor, docket, chosen)
    return {
        "docket": docket,
        "order": order.value,
        "orders": [(one.value, label) for one, label in ORDERS.items()],
        "rest_page": page,
        "is_swept": sweeping.standing(today) is not None,
        "has_consumption": series.has_any(),
        "may_import": may(actor, Area.IMPORTS, write=True),
        **opened_item(actor, opened),
    }


def opened_item(actor: Actor, item: Item | None) -> dict[str, Any]:
    """Return the context of the evidence beside the list."""
    if item is None:
        return {"item": None}
    account = item.account
    lead = addresses(actor, (one["reference"] for one in item.evidence))
    evidence = [{**one, "href": lead.get(one["reference"], "")} for one in item.evidence]
    return {
        "item": item,
        "evidence": evidence,
        "way_in": next((one["href"] for one in evidence if one["href"].startswith("/cases/")), ""),
        "health": keeping.of(account, clock.today()) if account else None,
        "judgement": standing.judgement_of(account) if account else None,
        "may_answer": may(actor, Area.HEALTH, write=True),
        "forms": answer_forms(actor, item.number),
    }


def rest_board(actor: Actor, wanted: Mapping[str, str]) -> dict[str, Any]:
    """Return the context of one more page of customers, to be put below those on screen."""
    order, page = order_of(wanted), page_of(wanted) or 1
    docket = fronting.rest(actor, clock.today(), order, page)
    return {"docket": docket, "order": order.value, "rest_page": page}


def order_of(wanted: Mapping[str, str]) -> Order:
    """Return the order that an address asks for; what makes no sense is the usual one."""
    asked = wanted.get("order", "")
    return Order(asked) if asked in ORDERS else Order.ALL


def page_of(wanted: Mapping[str, str]) -> int:
    """Return which page of the customers of less weight an address asks for; 0 is the top of the docket."""
    asked = wanted.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < MOST_DIGITS else 0


def _opened(actor: Actor, docket: Front, chosen: int | None) -> Item | None:
    """The chosen item, if nobody has answered it yet, or the first one."""
    if chosen is None:
        return docket.items[0] if docket.items else None
    here = next((item for item in docket.items if item.number == chosen), None)
    if here:
        return here
    found = reading.item_for(actor, chosen, docket.on)
    return found if found.sighting.is_open else None
