"""The clock of an order as it is read: what is due when, and whether it is over."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.dispatch.models import OperationalTarget, Order, Standing
from proxeny.dispatch.models.order import WITH_TEAM
from proxeny.dispatch.routing import Timed
from proxeny.dispatch.targets import Targets


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due: what, when, and whether that is over."""

    what: str
    at: datetime
    is_over: bool


def dues(order: Order, now: datetime | None = None) -> list[Due]:
    """Return what is due of an open order, the soonest first; nothing of one that is closed."""
    if order.closed_at is not None:
        return []
    now = now or clock.now()
    named = [
        (_("to be accepted"), order.accept_due if order.standing == Standing.SENT else None),
        (_("to be done"), order.done_due),
        (_("asked for by"), order.wanted_by),
    ]
    found = [Due(what, at, at <= now) for what, at in named if at]
    return sorted(found, key=lambda one: one.at)


def rests(order: Order) -> bool:
    """Tell whether the clock of the team stands still, because it waits for us."""
    return order.closed_at is None and order.standing not in WITH_TEAM


def usual(team: int | None, severity: int) -> dict[str, datetime]:
    """Return when the team's targets would be up if it were sent now, by what is timed; nothing agreed is missing."""
    if team is None:
        return {}
    targets, now = Targets([team]), clock.now()
    kept = {one.value: targets.keep(Timed(one, team, now), severity).due for one in OperationalTarget.Clock}
    return {name: due for name, due in kept.items() if due}
