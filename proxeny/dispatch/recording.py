"""What every verb on orders does: find the row again under a lock, ask whether the actor may, and put it on record."""

from collections.abc import Iterable

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.dispatch import access
from proxeny.dispatch.events import Kind
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.routing import BY_TEAM, BY_US
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: only a person moves an order."""
    if by.staff_id is None:
        raise ValueError("only a colleague can move an order")
    return by.staff_id


def locked(order: Order, by: Actor | None = None) -> Order:
    """Return the order as it stands now, locked until the transaction ends, or raise NotFound for who may not read it."""
    # Locked alone and read afterwards: PostgreSQL, having waited for another who changed the team, would compare the row that
    # there is now with what it had joined to the old one, and find no order at all.
    if not Order.objects.select_for_update().filter(pk=order.pk).values_list("pk", flat=True).first():
        raise NotFound(str(order.record))
    allowed = Order.objects.all() if by is None else access.orders(by)
    found = allowed.select_related(*access.WITH).filter(pk=order.pk).first()
    if found is None:
        raise NotFound(str(order.record))
    return found


def guard(order: Order, kind: MoveKind, by: Actor) -> None:
    """Raise NotFound unless such a move is the actor's: the team's, ours, or either's."""
    for_team = kind not in BY_US and access.may_act_for_team(by, order)
    for_us = kind not in BY_TEAM and access.may_act_for_us(by, order)
    if not for_team and not for_us:
        raise NotFound(str(order.record))


def append(
    kind: Kind,
    order: Order,
    *,
    by: Actor,
    teams: Iterable[Team | None] = (),
    also: Iterable[Reference] = (),
    **content: object,
) -> int:
    """Put a line about the order, its case, its customer and the teams on record, and return its sequence.

    It is confidential where the case is. What it says names no customer: teams read it.
    """
    case = order.case
    named = {team.pk: team for team in (order.team, *teams) if team is not None}
    about: list[Reference] = [order.record, case.record, case.account.record, *also]
    about += [references.to("team", number) for number in named]
    visibility = Visibility.CONFIDENTIAL if case.is_confidential else Visibility.OPEN
    said = {"number": order.number, "team": order.team.name, **content}
    return appending.append(kind, about=about, by=by, visibility=visibility, **said)
