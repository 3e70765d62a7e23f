"""How much a customer was given away in the last twelve months, and who may still say yes to it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from proxeny.accounts.access import OWNING
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.identity.models import Staff
from proxeny.identity.models.staff import RoleGrant
from proxeny.identity.roles import MATRIX, NOTHING, Area, Reach, Role
from proxeny.promises.concessions import access
from proxeny.promises.concessions.limiting import Limits
from proxeny.promises.concessions.standing import STANDING
from proxeny.promises.models import Concession


@dataclass(frozen=True, slots=True)
class Weight:
    """What one customer was given in one currency in the twelve months up to a day, what nobody approved of it among it."""

    account_id: int
    total: Money
    unapproved: list[Concession]


def year_before(day: date) -> date:
    """Return the same day a year earlier; of 29 February the 28th. What was made after it lies in the last twelve months."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def total_of(account: Account, currency: str, on: date, *, seen_by: Actor) -> Money:
    """Return what the customer was given in that currency in the twelve months up to the day, approved or not.

    Only what that actor may read of it: a sum would tell them of what was given in confidence.
    """
    given = access.concessions(seen_by).filter(
        STANDING, account=account, currency=currency, made_on__gt=year_before(on), made_on__lte=on
    )
    return Money(given.aggregate(sum=Sum("worth_minor", default=0))["sum"], currency)


def totals_of(concessions: Iterable[Concession], on: date) -> list[Money]:
    """Return the same of concessions of one customer that were loaded already, a sum for each currency: never added up."""
    sums: dict[str, Money] = {}
    for one in concessions:
        if one.withdrawn_at or one.decision == Concession.Decision.REFUSED:
            continue
        if year_before(on) < one.made_on <= on:
            sums[one.currency] = sums.get(one.currency, Money(0, one.currency)) + one.worth
    return [sums[currency] for currency in sorted(sums)]


def weights(on: date) -> list[Weight]:
    """Return what each customer was given of which something nobody approved, by currency; two queries."""
    lately = Concession.objects.filter(
        STANDING, made_on__gt=year_before(on), made_on__lte=on, account__left_on=None
    )
    waiting: dict[tuple[int, str], list[Concession]] = defaultdict(list)
    for one in lately.filter(decision="").select_related("account", "by_person").order_by("made_on", "pk"):
        waiting[one.account_id, one.currency].append(one)
    rows = (
        lately.filter(account__in={number for number, _ in waiting})
        .order_by()
        .values_list("account", "currency")
    )
    sums = {(number, currency): minor for number, currency, minor in rows.annotate(sum=Sum("worth_minor"))}
    return [
        Weight(number, Money(sums[number, currency], currency), found)
        for (number, currency), found in waiting.items()
    ]


def roles_of(people: Iterable[int]) -> dict[int, set[str]]:
    """Return which roles each of the colleagues holds now; one query."""
    held: dict[int, set[str]] = defaultdict(set)
    for staff, role in RoleGrant.objects.filter(staff__in=set(people), ended_at=None).values_list(
        "staff", "role"
    ):
        held[staff].add(role)
    return held


def who_can(account: Account, total: Money, limits: Limits) -> list[Staff]:
    """Return the colleagues who may say yes to what brings the customer to `total`, those who sell and speak first."""
    writing = [role for role in Role if MATRIX[Area.CONCESSIONS].get(role, NOTHING).write is not Reach.NONE]
    people = Staff.objects.filter(is_active=True, grants__role__in=writing, grants__ended_at=None).distinct()
    found = {one.pk: one for one in people.order_by("name")}
    held = roles_of(found)
    able = [
        one for number, one in found.items() if limits.reach(_there(held[number], account, number), total)
    ]
    return sorted(able, key=lambda one: one.pk not in (account.sales_id, account.spokesperson_id))


def _there(roles: Iterable[str], account: Account, number: int) -> list[str]:
    """Return those of the roles with which the colleague may change what this customer was given."""
    return [
        role
        for role in roles
        if (reach := MATRIX[Area.CONCESSIONS].get(Role(role), NOTHING).write) is Reach.ALL
        or (reach is Reach.OWN and getattr(account, f"{OWNING[Role(role)]}_id") == number)
    ]
