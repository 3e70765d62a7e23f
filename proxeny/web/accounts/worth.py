"""What customers bring in a year, as far as the reader may know it, and the customers in that order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, FilteredRelation, Q, QuerySet, When
from django.db.models.functions import Coalesce

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.identity.roles import Area, Reach, Role, right
from proxeny.usage import pulses
from proxeny.web.accounts import seeing


@dataclass(frozen=True, slots=True)
class Yearly:
    """An amount a year, and whether it is contracted or was only consumed in the last twelve months."""

    amount: Money
    is_contracted: bool


def yearly(accounts: Iterable[Account], actor: Actor, on: date) -> dict[int, Yearly]:
    """Return what each brings in a year: by its contracts where the actor may know, else as consumed."""
    known = list(accounts)
    taken = pulses.of(known, on)
    found: dict[int, Yearly] = {}
    for one in known:
        pulse = taken.get(one.pk)
        if pulse is None:
            continue
        contracted = pulse.contracted if seeing.sight(actor, one).amount else None
        if amount := contracted or pulse.consumed:
            found[one.pk] = Yearly(amount, is_contracted=contracted is not None)
    return found


def by_worth(queryset: QuerySet[Account], actor: Actor, on: date) -> QuerySet[Account]:
    """Return the customers with the largest money a year first, ties in the order of names; those without any come last.

    What is contracted counts only where the actor may know it, else what was consumed: the order tells no more than the
    amounts that are shown.
    """
    day = pulses.standing_on(on)
    # Every customer has a pulse; saying so lets the database begin with these, which costs a tenth.
    taken = FilteredRelation("pulses", condition=Q(pulses__day=day))
    joined = queryset.annotate(pulse=taken).filter(pulse__day=day)
    known = Coalesce("pulse__contracted_size", "pulse__consumed_size")
    size = Case(When(amounts_open(actor), then=known), default=F("pulse__consumed_size"))
    return joined.order_by(size.desc(nulls_last=True), "search_key", "pk")


def amounts_open(actor: Actor) -> Q:
    """Return of which customers the actor sees what `Sight.amount` names, as a condition."""
    reach = right(actor, Area.COMMERCIAL).read
    if reach is Reach.ALL:
        return Q(pk__isnull=False)
    speaks = Q(spokesperson=actor.staff_id) if actor.holds(Role.SPOKESPERSON) else Q(pk=None)
    sells = actor.holds(Role.SALES) and reach is Reach.OWN
    return speaks | Q(sales=actor.staff_id) if sells else speaks
