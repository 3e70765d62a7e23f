"""Reading the docket of a day: what a person may see and has not answered yet, in order, grouped by customer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from proxeny.accounts import access
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket.models import Sighting
from proxeny.docket.ordering import Order, Weight, weigh
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, may, right

MOST_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the docket."""

    sighting: Sighting
    weight: Weight

    @property
    def number(self) -> int:
        """The number by which the matter is called."""
        return self.sighting.matter_id

    @property
    def account(self) -> Account | None:
        """The customer it is about; None for what concerns all."""
        return self.sighting.matter.account

    @property
    def sentence(self) -> Sentence:
        """What needs judgement, in one sentence."""
        return self.sighting.text

    @property
    def meter(self) -> str:
        """The meter it was seen on, if it is about consumption."""
        family, kind = self.sighting.matter.family, self.sighting.matter.kind
        ends = {"swing": 2, "silence": 1}.get(kind)
        return "/".join(family.split("/")[1:-ends]) if ends else ""

    @property
    def evidence(self) -> list[dict[str, Any]]:
        """What speaks for and against it."""
        return [{**one, "text": Sentence.from_json(one["text"])} for one in self.sighting.evidence]


@dataclass(slots=True)
class Group:
    """The items of one customer."""

    account: Account | None
    items: list[Item] = field(default_factory=list)

    @property
    def stakes(self) -> list[Money]:
        """The largest stake of the group, in each currency."""
        largest: dict[str, Money] = {}
        for item in self.items:
            stake = item.sighting.stake
            if stake and (stake.currency not in largest or largest[stake.currency].minor < stake.minor):
                largest[stake.currency] = stake
        return list(largest.values())


@dataclass(frozen=True, slots=True)
class Docket:
    """All that lies before a person on the morning of `on`: the groups to be read, and the rest."""

    on: date
    groups: list[Group]
    rest: list[Group]

    @property
    def items(self) -> list[Item]:
        """All items, first those shown."""
        return [item for group in [*self.groups, *self.rest] for item in group.items]

    @property
    def shown(self) -> int:
        """How many items are shown one by one."""
        return sum(len(group.items) for group in self.groups)


def docket(actor: Actor, on: date, order: Order = Order.ALL) -> Docket:
    """Return the whole docket of `actor` on the day `on`; a page that shows its top asks `docket.fronting` instead."""
    groups = grouped(open_to(actor, on).order_by(order.column), order)
    shown: list[Group] = []
    for group in groups:
        if shown and sum(len(one.items) for one in shown) + len(group.items) > MOST_SHOWN:
            break
        shown.append(group)
    return Docket(on, shown, groups[len(shown) :])


def item_for(actor: Actor, number: int, on: date) -> Item:
    """Return one item of the day, answered or not, or raise NotFound."""
    sighting = _with_matter(_visible(actor, on)).filter(matter_id=number).first()
    if sighting is None:
        raise NotFound(f"matter:{number}")
    return _item(sighting, Order.ALL)


def open_to(actor: Actor, on: date) -> QuerySet[Sighting]:
    """Return what the actor may see of the day and no answer holds."""
    return _visible(actor, on).filter(is_open=True)


def grouped(sightings: QuerySet[Sighting], order: Order) -> list[Group]:
    """Return ordered sightings as groups: customers in the order of their heaviest item."""
    groups: dict[int | None, Group] = {}
    for item in _items(_with_matter(sightings), order):
        groups.setdefault(item.sighting.account_id, Group(item.account)).items.append(item)
    return list(groups.values())


def _items(sightings: Iterable[Sighting], order: Order) -> Iterable[Item]:
    return (_item(sighting, order) for sighting in sightings)


def _item(one: Sighting, order: Order) -> Item:
    return Item(one, weigh(one.stake_factor, one.urgency, one.doubt, order.weighing))


def _with_matter(sightings: QuerySet[Sighting]) -> QuerySet[Sighting]:
    return sightings.select_related("matter__account__spokesperson")


def _visible(actor: Actor, on: date) -> QuerySet[Sighting]:
    sightings, for_all = Sighting.objects.filter(on=on), may(actor, Area.IMPORTS)
    if right(actor, Area.HEALTH).read is Reach.ALL:
        return sightings if for_all else sightings.exclude(account=None)
    own = Q(account__in=access.accounts(actor, Area.HEALTH).order_by())
    return sightings.filter(own | Q(account=None) if for_all else own)
