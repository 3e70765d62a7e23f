"""What the docket page shows: the groups, the item looked at, the forms that answer it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.docket import reading
from proxeny.docket.ordering import Weighing
from proxeny.docket.reading import Docket, Item
from proxeny.identity.roles import Area, may
from proxeny.judgement import standing, sweeping
from proxeny.usage import series
from proxeny.web.docket.forms import DismissForm, JudgeForm, SnoozeForm

ORDERS = {
    "all": (_("stake × urgency × doubt"), Weighing()),
    "stake": (_("what is at stake"), Weighing(stake=1, urgency=0, doubt=0)),
    "urgency": (_("how urgent it is"), Weighing(stake=0, urgency=1, doubt=0)),
    "doubt": (_("how doubtful it is"), Weighing(stake=0, urgency=0, doubt=1)),
}
FORMS = {"judge": JudgeForm, "snooze": SnoozeForm, "dismiss": DismissForm}


def board(actor: Actor, wanted: Mapping[str, str], chosen: int | None = None) -> dict[str, Any]:
    """Return the page's context: the docket in the wanted order with the chosen item, or the first one, opened."""
    order = wanted.get("order", "all") if wanted.get("order") in ORDERS else "all"
    today = clock.today()
    docket = reading.docket(actor, today, ORDERS[order][1])
    opened = _opened(docket, chosen)
    return {
        "docket": docket,
        "order": order,
        "orders": [(name, label) for name, (label, _weighing) in ORDERS.items()],
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
    return {
        "item": item,
        "judgement": standing.judgement_of(account) if account else None,
        "may_answer": may(actor, Area.HEALTH, write=True),
        "forms": {name: form() for name, form in FORMS.items()},
    }


def _opened(docket: Docket, chosen: int | None) -> Item | None:
    for item in docket.items:
        if item.number == chosen:
            return item
    shown = [item for group in docket.groups for item in group.items]
    return shown[0] if shown and chosen is None else None
