"""The front of a docket: the groups at its top, how much more there is, and that in pages.

A docket may be a hundred thousand items long. Each answer here takes a fixed number of queries, and reads the rows that
are shown and no others; the rest is counted in an index.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet, Sum

from proxeny.core.actors import Actor
from proxeny.docket.models import Sighting
from proxeny.docket.ordering import Order
from proxeny.docket.reading import MOST_SHOWN, Group, Item, grouped, open_to

GROUPS_ON_A_PAGE = 15


@dataclass(frozen=True, slots=True)
class Front:
    """What a page shows of a docket: some of its groups, and how many items and customers there are in all.

    `more` tells how many customers come after those shown.
    """

    on: date
    groups: list[Group]
    count: int
    customers: int
    more: int

    @property
    def items(self) -> list[Item]:
        """The items that are shown."""
        return [item for group in self.groups for item in group.items]


def front(actor: Actor, on: date, order: Order = Order.ALL) -> Front:
    """Return the top of the docket: whole groups up to `MOST_SHOWN` items, the first one whatever its size."""
    lying = open_to(actor, on)
    count, customers = _counted(lying)
    shown = _top(lying, order)
    groups = _loaded(lying, shown, order)
    return Front(on, groups, count, customers, customers - len(groups))


def rest(actor: Actor, on: date, order: Order, page: int) -> Front:
    """Return a page, counted from 1, of the groups that `front` only counts."""
    lying = open_to(actor, on)
    count, customers = _counted(lying)
    top = len(_top(lying, order))
    begin = top + (page - 1) * GROUPS_ON_A_PAGE
    ranked = lying.order_by().values("account").annotate(first=Min(order.column)).order_by("first")
    shown = list(ranked.values_list("account", flat=True)[begin : begin + GROUPS_ON_A_PAGE])
    groups = _loaded(lying, shown, order)
    return Front(on, groups, count, customers, max(0, customers - begin - len(groups)))


def _counted(lying: QuerySet[Sighting]) -> tuple[int, int]:
    """Return how many items and how many customers there are; what concerns no single customer counts as one."""
    sizes = lying.order_by().values("account").annotate(items=Count("pk"))
    found = sizes.aggregate(items_of_all=Sum("items"), customers=Count("items"))
    return found["items_of_all"] or 0, found["customers"]


def _top(lying: QuerySet[Sighting], order: Order) -> list[int | None]:
    """Return the customers shown at the top: as many as fit into `MOST_SHOWN` items together, and the first in any case."""
    shown: list[int | None] = []
    items = 0
    for customer, size in _heaviest(lying, order):
        items += size
        if shown and items > MOST_SHOWN:
            break
        shown.append(customer)
    return shown


def _heaviest(lying: QuerySet[Sighting], order: Order) -> list[tuple[int | None, int]]:
    """Return the customers that may be shown at the top, in order, and how many items each has.

    The first item of each customer that is shown is among the `MOST_SHOWN` first: by the product these are found in an
    index at once. By one factor, all are grouped, within an index too.
    """
    if order is Order.ALL:
        first = lying.order_by(order.column).values_list("account", flat=True)[:MOST_SHOWN]
        lying = _of(lying, list(dict.fromkeys(first)))
    ranked = lying.order_by().values("account").annotate(first=Min(order.column), items=Count("pk"))
    return list(ranked.order_by("first").values_list("account", "items")[:MOST_SHOWN])


def _loaded(lying: QuerySet[Sighting], customers: Sequence[int | None], order: Order) -> list[Group]:
    return grouped(_of(lying, customers).order_by(order.column), order) if customers else []


def _of(lying: QuerySet[Sighting], customers: Sequence[int | None]) -> QuerySet[Sighting]:
    numbers = [number for number in customers if number is not None]
    chosen = Q(account__in=numbers)
    return lying.filter(chosen | Q(account=None) if None in customers else chosen)
