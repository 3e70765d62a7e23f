"""Loading orders and complaints; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts.access import accounts
from proxeny.cases.access import let_into
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.dispatch.models import Complaint, Move, Order
from proxeny.dispatch.models.order import WITH_TEAM
from proxeny.dispatch.routing import PLACES
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.identity.roles import Area, Reach, Role, may, right

WITH = ("team__head", "holder", "sent_by", "product", "module", "case__account__spokesperson", "case__owner")
NONE, ALL = Q(pk=None), Q(pk__isnull=False)
"""An empty condition would not do for all: joined with another by “or”, it vanishes."""


def orders(actor: Actor, *, write: bool = False) -> QuerySet[Order]:
    """Return the orders that the actor may read: as one of us, or as one of a team that has or had it.

    With `write`, those that they may move: as one of us, or as one of the team with which it lies.
    """
    return Order.objects.filter(_for_us(actor, write=write) | _for_team(actor, write=write))


def order_for(actor: Actor, number: int, *, write: bool = False) -> Order:
    """Return one order, or raise NotFound: for those who have no part in it, it does not exist."""
    found = orders(actor, write=write).select_related(*WITH).filter(pk=number).first()
    if found is None:
        raise NotFound(f"order:{number}")
    return found


def orders_of_us(actor: Actor, *, write: bool = False) -> QuerySet[Order]:
    """Return the orders that the actor may read (or move) as one of us: with the case they come from."""
    return Order.objects.filter(_for_us(actor, write=write))


def lying_with(actor: Actor) -> QuerySet[Order]:
    """Return what lies with the teams of the actor, oldest first: what an engineer has to see, and nothing else."""
    if not may(actor, Area.DISPATCHED):
        return Order.objects.none()
    lying = Order.objects.filter(team__in=teams_of(actor), standing__in=WITH_TEAM)
    return lying.select_related(*WITH).order_by("lies_since", "pk")


def teams_of(actor: Actor) -> QuerySet[Team]:
    """Return the teams to which the actor belongs today, or which they head."""
    if actor.staff_id is None:
        return Team.objects.none()
    member = Q(memberships__staff=actor.staff_id, memberships__left_at=None)
    found = Team.objects.filter(member | Q(head=actor.staff_id)).values("pk")
    return Team.objects.filter(pk__in=found)


def may_act_for_team(actor: Actor, order: Order) -> bool:
    """Tell whether the actor belongs to the team with which the order lies, or heads it."""
    if not may(actor, Area.DISPATCHED, write=True):
        return False
    return teams_of(actor).filter(pk=order.team_id).exists()


def may_act_for_us(actor: Actor, order: Order) -> bool:
    """Tell whether the actor acts for the customer: who speaks for it, who has the case in hand, a lead."""
    return orders_of_us(actor, write=True).filter(pk=order.pk).exists()


def complaints(actor: Actor, *, write: bool = False) -> QuerySet[Complaint]:
    """Return the complaints about orders that the actor reads as one of us; the head of a team reads those sent to them.

    With `write`, those which they may send or drop.
    """
    ours = Q(order__in=orders_of_us(actor, write=write))
    if write or actor.staff_id is None or not may(actor, Area.DISPATCHED):
        return Complaint.objects.filter(ours)
    return Complaint.objects.filter(ours | Q(to=actor.staff_id, sent_at__isnull=False))


def complaint_for(actor: Actor, number: int, *, write: bool = False) -> Complaint:
    """Return one complaint, or raise NotFound."""
    related = complaints(actor, write=write).select_related("order__case__account", "team__head", "to")
    found = related.filter(pk=number).first()
    if found is None:
        raise NotFound(f"complaint:{number}")
    return found


def may_answer(actor: Actor, complaint: Complaint) -> bool:
    """Tell whether the complaint was sent to the actor."""
    return complaint.sent_at is not None and complaint.to_id == actor.staff_id


def _for_us(actor: Actor, *, write: bool) -> Q:
    """Sales has no part in orders, whatever of the case is open to them: so inside is asked, never the dossier."""
    if not may(actor, Area.DISPATCHED, write=write):
        return NONE
    ours, trusted = (_of_accounts(actor, area, write=write) for area in (Area.INSIDE, Area.CONFIDENTIAL))
    if actor.admitted and not write:
        trusted |= Q(case__in=Case.objects.filter(let_into(actor)))
    if actor.holds(Role.SPOKESPERSON, Role.LEAD):
        ours |= Q(case__owner=actor.staff_id)
    return ours & (Q(case__is_confidential=False) | trusted)


def _of_accounts(actor: Actor, area: Area, *, write: bool) -> Q:
    granted = right(actor, area)
    reach = granted.write if write else granted.read
    if reach is Reach.OWN:
        return Q(case__account__in=accounts(actor, area, write=write))
    return ALL if reach is Reach.ALL else NONE


def _for_team(actor: Actor, *, write: bool) -> Q:
    if actor.staff_id is None or not may(actor, Area.DISPATCHED, write=write):
        return NONE
    teams = teams_of(actor).values("pk")
    if write:
        return Q(team__in=teams)
    # The rows are few: by their numbers, not over a join that would name an order once for each move.
    return Q(pk__in=Move.objects.filter(kind__in=PLACES, to_team__in=teams).values("order"))
