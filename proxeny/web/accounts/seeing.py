"""How much of one customer a colleague sees: the table of rights, applied to who speaks and sells there."""

from dataclasses import dataclass

from django.db.models import Q

from proxeny.accounts import assigning
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, Reach, Role, right


@dataclass(frozen=True, slots=True)
class Sight:
    """What is open.

    `health`: judgements with their reasons, forecasts, swings; `band`: how the customer was judged and no
    more; `amount`: what the contracts sum up to; `prices`: the amount of each line; `record`: lines of the
    ledger, `whole_record`: those about judgements too; `assigns`: may say who speaks for it.
    """

    health: bool
    band: bool
    amount: bool
    prices: bool
    record: bool
    whole_record: bool
    assigns: bool


def sight(actor: Actor, account: Account) -> Sight:
    """Return what the actor sees of a customer that a loader of `accounts.access` has let through."""
    speaks = actor.holds(Role.SPOKESPERSON) and account.spokesperson_id == actor.staff_id
    sells = actor.holds(Role.SALES) and account.sales_id == actor.staff_id
    health = _reaches(actor, Area.HEALTH, own=speaks)
    prices = _reaches(actor, Area.COMMERCIAL, own=sells)
    return Sight(
        health=health,
        band=health or sells,
        amount=prices or speaks,
        prices=prices,
        record=_reaches(actor, Area.LEDGER, own=speaks or sells),
        whole_record=health or right(actor, Area.LEDGER).read is Reach.ALL,
        assigns=assigning.may_assign(actor),
    )


def health_open(actor: Actor) -> Q:
    """Return of which customers the actor sees what `Sight.health` names, as a condition."""
    reach = right(actor, Area.HEALTH).read
    if reach is Reach.ALL:
        return Q()
    speaks = reach is Reach.OWN and actor.holds(Role.SPOKESPERSON)
    return Q(spokesperson=actor.staff_id) if speaks else Q(pk=None)


def band_open(actor: Actor) -> Q:
    """Return of which customers the actor sees what `Sight.band` names, as a condition that is never empty."""
    sells = Q(sales=actor.staff_id) if actor.holds(Role.SALES) else Q(pk=None)
    if right(actor, Area.HEALTH).read is Reach.ALL:
        return Q(pk__isnull=False)
    return health_open(actor) | sells


def _reaches(actor: Actor, area: Area, *, own: bool) -> bool:
    reach = right(actor, area).read
    return reach is Reach.ALL or (reach is Reach.OWN and own)
