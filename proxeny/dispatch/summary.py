"""What a case page says of its orders: how often they came back, how often they went round, and what that cost."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Prefetch, Q

from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.dispatch import access
from proxeny.dispatch.keeping_up import route_of
from proxeny.dispatch.models import Move, Order
from proxeny.dispatch.routing import Route

RETURNED = N_("returned %(count)s×")
CAME_BACK = N_("back with a team %(count)s×")
LOOPED = N_("loops: %(count)s")
HANDED = N_("handed over %(count)s×")
COST = N_("%(length)s lost")


@dataclass(frozen=True, slots=True)
class OfOrder:
    """One order with its way, and the counts worth saying, each in words; `lost` up to now."""

    order: Order
    route: Route
    lost: timedelta

    @property
    def said(self) -> list[Sentence]:
        """The counts in words, none for what did not happen: 退回 2 次 · 环路 1 · 多花 26 小时."""
        return said_of(self.route, self.lost)


@dataclass(frozen=True, slots=True)
class OfCase:
    """The orders of a case, the latest first, and what was lost with all of them."""

    orders: list[OfOrder]

    @property
    def lost(self) -> timedelta:
        """The time lost, all orders together."""
        return sum((one.lost for one in self.orders), timedelta())

    @property
    def open(self) -> list[OfOrder]:
        """Those that are not closed."""
        return [one for one in self.orders if one.order.closed_at is None]


def of_case(actor: Actor, case: Case, *, at: datetime | None = None) -> OfCase:
    """Return the orders of the case, and of those merged into it, that the actor may read as one of us: two queries."""
    here = Q(case=case) | Q(case__merged_into=case)
    found = access.orders_of_us(actor).filter(here).select_related(*access.WITH)
    moves = Prefetch("moves", Move.objects.select_related("by", "team", "to_team").order_by("number"))
    return OfCase([of_order(one, at=at) for one in found.prefetch_related(moves).order_by("-sent_at", "-pk")])


def of_order(order: Order, *, at: datetime | None = None) -> OfOrder:
    """Return one order with its way up to `at`, now if no moment is said."""
    route = route_of(order)
    return OfOrder(order, route, route.lost(at or clock.now()))


def said_of(route: Route, lost: timedelta) -> list[Sentence]:
    """Return what the way of an order has to say for itself, in words."""
    counts = (
        (HANDED, route.handovers if not route.refusals else 0),
        (RETURNED, route.refusals),
        (CAME_BACK, route.returns),
        (LOOPED, route.loops),
    )
    said = [Sentence(pattern, {"count": count}) for pattern, count in counts if count]
    if lost >= timedelta(minutes=1):
        length = {"type": "duration", "seconds": int(lost.total_seconds())}
        said.append(Sentence(COST, {"length": length}))
    return said
