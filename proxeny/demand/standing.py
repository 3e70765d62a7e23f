"""How a request stands: with which others it goes, what was decided of them together, and its state, which follows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from proxeny.demand.models import Decision, Delivery, Joining, Request
from proxeny.identity.access import NotFound

State = Request.State
FIELDS = ["state", "settled_by", "settled_at", "settled_with"]


@dataclass(frozen=True, slots=True)
class Group:
    """Requests that are the same: the one that leads, and those it carries; a request alone leads itself."""

    leader: Request
    carried: tuple[Request, ...] = ()

    def __iter__(self) -> Iterator[Request]:
        yield self.leader
        yield from self.carried

    def __len__(self) -> int:
        return 1 + len(self.carried)

    @property
    def asking(self) -> list[Request]:
        """Those that nobody has withdrawn."""
        return [one for one in self if one.state != State.WITHDRAWN]

    @property
    def decision(self) -> Decision | None:
        """What was decided and holds."""
        return Decision.objects.select_related("by").filter(request=self.leader, ended_at=None).first()

    @property
    def delivery(self) -> Delivery | None:
        """Its delivery, where it was delivered."""
        return Delivery.objects.select_related("by").filter(request=self.leader, ended_at=None).first()


def leader_of(request: Request) -> int:
    """Return the number of the request that leads this one: its own where none does."""
    found = Joining.objects.filter(request=request.pk, ended_at=None).values_list("leader", flat=True).first()
    return found or request.pk


def group_of(request: Request) -> Group:
    """Return the request with those it goes with."""
    leader = leader_of(request)
    joined = Joining.objects.filter(leader=leader, ended_at=None).values("request")
    rows = Request.objects.filter(Q(pk=leader) | Q(pk__in=joined)).select_related(
        "account__spokesperson", "account__sales", "case", "asked_by", "recorded_by"
    )
    found = {one.pk: one for one in rows.order_by("recorded_at", "pk")}
    return Group(found.pop(leader), tuple(found.values()))


def locked_group(request: Request, within: QuerySet[Request]) -> Group:
    """Return the same under locks, if the request is `within` what the actor may act on; raises NotFound.

    Rows are locked in the order of their numbers; who was joined or parted meanwhile is taken up by looking again.
    """
    if not within.filter(pk=request.pk).exists():
        raise NotFound(str(request.record))
    while True:
        numbers = {one.pk for one in group_of(request)}
        list(Request.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))
        group = group_of(request)
        if {one.pk for one in group} == numbers:
            return group


def locked_leader(request: Request, within: QuerySet[Request]) -> Request:
    """Return the request that leads this one, under a lock, as `locked_group` does."""
    return locked_group(request, within).leader


def keep_up(group: Group) -> None:
    """Reckon the states of the requests anew from what was decided and delivered; withdrawn ones stay so."""
    decision, delivery = group.decision, group.delivery
    for one in group.asking:
        if decision is None:
            one.state, one.settled_by_id, one.settled_at, one.settled_with = State.OPEN, None, None, ""
        else:
            one.state = State.DELIVERED if delivery else State.DECIDED
            one.settled_by_id, one.settled_at = decision.by_id, decision.at
            one.settled_with = decision.reason
        one.save(update_fields=FIELDS)


def groups_of(requests: QuerySet[Request] | list[Request]) -> Mapping[int, Group]:
    """Return each request's group, by the request's number; few questions for any number of them."""
    numbers = [one.pk for one in requests]
    led = dict(Joining.objects.filter(request__in=numbers, ended_at=None).values_list("request", "leader"))
    leaders = {led.get(number, number) for number in numbers}
    standing = Joining.objects.filter(ended_at=None).select_related("request__account")
    rows = Request.objects.filter(pk__in=leaders).select_related("account")
    found = {
        one.pk: Group(one, tuple(joined.request for joined in one.standing_carried))
        for one in rows.prefetch_related(Prefetch("carried", standing, to_attr="standing_carried"))
    }
    return {number: found[led.get(number, number)] for number in numbers}
