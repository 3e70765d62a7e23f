"""Reading the docket of a day: what a person may see and has not answered yet, in order, grouped by customer."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from proxeny.accounts import access
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket.models import Answer, Sighting
from proxeny.docket.ordering import Weighing, Weight, stake_factor, weigh
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may

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
    """What lies before a person on the morning of `on`: the groups to be read, and the rest, which is only counted."""

    on: date
    groups: list[Group]
    rest: list[Group]

    @property
    def items(self) -> list[Item]:
        """All items, first those shown."""
        return [item for group in [*self.groups, *self.rest] for item in group.items]

    @property
    def shown_items(self) -> list[Item]:
        """The items that are shown one by one."""
        return [item for group in self.groups for item in group.items]

    @property
    def shown(self) -> int:
        """How many items are shown one by one."""
        return sum(len(group.items) for group in self.groups)


def docket(actor: Actor, on: date, weighing: Weighing | None = None) -> Docket:
    """Return the docket of `actor` on the day `on`."""
    sightings = list(_open(_visible(actor), on))
    largest: dict[str, int] = defaultdict(int)
    for sighting in sightings:
        largest[sighting.currency] = max(largest[sighting.currency], abs(sighting.stake_minor or 0))
    items = [
        Item(
            one, weigh(stake_factor(one.stake_minor, largest[one.currency]), one.urgency, one.doubt, weighing)
        )
        for one in sightings
    ]
    items.sort(key=lambda item: (-item.weight.total, item.number))
    return _grouped(on, items)


def item_for(actor: Actor, number: int, on: date) -> Item:
    """Return one item of the day, answered or not, or raise NotFound."""
    sighting = _visible(actor).filter(on=on, matter_id=number).first()
    if sighting is None:
        raise NotFound(f"matter:{number}")
    return Item(
        sighting,
        weigh(
            stake_factor(sighting.stake_minor, abs(sighting.stake_minor or 0)),
            sighting.urgency,
            sighting.doubt,
        ),
    )


def _visible(actor: Actor) -> QuerySet[Sighting]:
    own = Q(matter__account__in=access.accounts(actor, Area.HEALTH))
    if may(actor, Area.IMPORTS):
        own |= Q(matter__account=None)
    return Sighting.objects.filter(own).select_related("matter__account__spokesperson")


def _open(sightings: QuerySet[Sighting], on: date) -> QuerySet[Sighting]:
    """Leave out what was answered by that day: dismissed for good, put off until its day, judged until the judgement lapses."""
    answered = Answer.objects.filter(matter=OuterRef("matter"), withdrawn_at=None, on__lte=on)
    holding = answered.filter(
        Q(kind=Answer.Kind.DISMISSED) | Q(until__gt=on) | Q(judgement__expires_on__gt=on)
    )
    return sightings.filter(~Exists(holding), on=on)


def _grouped(on: date, items: list[Item]) -> Docket:
    groups: dict[int | None, Group] = {}
    for item in items:
        key = item.sighting.matter.account_id
        groups.setdefault(key, Group(item.account)).items.append(item)
    shown: list[Group] = []
    rest: list[Group] = []
    for group in groups.values():
        fits = sum(len(one.items) for one in shown) + len(group.items) <= MOST_SHOWN
        (shown if (fits and not rest) or not shown else rest).append(group)
    return Docket(on, shown, rest)
