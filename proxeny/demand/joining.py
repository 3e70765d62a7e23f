"""Joining requests that are the same: one leads, the others are decided and delivered with it; and parting them again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, pledging, standing
from proxeny.demand.events import Kind
from proxeny.demand.models import Joining, Request
from proxeny.demand.standing import Group
from proxeny.identity.access import NotFound


def join(request: Request, leader: Request, *, by: Actor) -> Joining:
    """Let `leader`, or the one that leads it, carry the request. Both stay to be read; doing it twice changes nothing.

    A decision that holds for the leader holds for the request from now on, with what it promises. Raises NotFound for who may
    not work on both; ValidationError where they cannot go together.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        to = _locked(request, leader, by)
        row = noting.locked_request(request, access.handled(by))
        standing_one = Joining.objects.filter(request=row, ended_at=None).first()
        if standing_one and standing_one.leader_id == to.leader.pk:
            return standing_one
        if error := _wrong(row, to, is_joined=standing_one is not None):
            raise ValidationError({"leader": error})
        made = Joining.objects.create(request=row, leader=to.leader, by_id=staff, at=clock.now())
        numbers = {"number": row.pk, "leader": to.leader.pk}
        group = standing.group_of(row)
        standing.keep_up(group)
        noting.of_request(Kind.REQUEST_JOINED, row, to.leader.record, by=by, **numbers)
        if decision := group.decision:
            pledging.pledge(decision, group.asking, by=by)
    return made


def part(request: Request, *, by: Actor) -> bool:
    """Take the joining back: the request is to be decided by itself. Return whether it was joined. Raises NotFound."""
    with transaction.atomic():
        group = standing.locked_group(request, access.handled(by))
        joined = Joining.objects.filter(request=request.pk, ended_at=None).first()
        if joined is None:
            return False
        noting.end(joined, by)
        row = noting.locked_request(request, access.handled(by))
        if group.decision:
            pledging.release([row], reason=_("It does not go with the others any more."), by=by)
        standing.keep_up(standing.group_of(row))
        numbers = {"number": row.pk, "leader": joined.leader_id}
        noting.of_request(Kind.REQUEST_PARTED, row, group.leader.record, by=by, **numbers)
    return True


def _locked(request: Request, leader: Request, by: Actor) -> Group:
    """The group to join, with it and the request locked in the order of their numbers."""
    handled = access.handled(by)
    numbers = {request.pk, leader.pk, standing.leader_of(leader)}
    if handled.filter(pk__in=(request.pk, leader.pk)).count() < len({request.pk, leader.pk}):
        raise NotFound(str(leader.record))
    list(Request.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))
    return standing.group_of(leader)


def _wrong(row: Request, to: Group, *, is_joined: bool) -> str:
    if row.pk in {one.pk for one in to}:
        return _("It leads that one already.") if len(to) > 1 else _("It cannot be joined to itself.")
    if is_joined or row.carried.filter(ended_at=None).exists():
        return _("It goes with others already: part it from them first.")
    if Request.State.WITHDRAWN in (row.state, to.leader.state):
        return _("One of them was withdrawn.")
    if row.state != Request.State.OPEN:
        return _("It was decided by itself already: take that back first.")
    if row.in_confidence != to.leader.in_confidence or (
        row.in_confidence and row.account_id != to.leader.account_id
    ):
        return _("What was asked in confidence stays with its customer’s other confidences.")
    return ""
