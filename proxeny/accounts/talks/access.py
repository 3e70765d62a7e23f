"""Loading talks; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account, Talk, TalkPoint
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, Role, right

RELATED = ("account__spokesperson", "account__sales", "held_by", "noted_by", "asked_by", "synced_by")


def talks(actor: Actor, *, write: bool = False) -> QuerySet[Talk]:
    """Return the talks with customers of which the actor may read what sales heard (or ask for it, and call one off)."""
    return Talk.objects.filter(account__in=accounts_of(actor, write=write))


def talks_to_tell_of(actor: Actor) -> QuerySet[Talk]:
    """Return the talks of which the actor may pass on what was said: who sells to the customer, and leads.

    Who speaks for the customer asks; what somebody else heard is not theirs to say.
    """
    if right(actor, Area.TALKS).write is Reach.ALL:
        return Talk.objects.all()
    own = Q(account__sales=actor.staff_id) if actor.holds(Role.SALES) else Q(pk=None)
    return talks(actor, write=True).filter(own)


def talk_for(actor: Actor, number: int, *, write: bool = False) -> Talk:
    """Return one talk, or raise NotFound."""
    return _one(talks(actor, write=write), number)


def talk_to_tell_of(actor: Actor, number: int) -> Talk:
    """Return one talk of which the actor may pass on what was said, or raise NotFound."""
    return _one(talks_to_tell_of(actor), number)


def point_for(actor: Actor, number: int) -> TalkPoint:
    """Return one point that the actor may make something of, with its talk, or raise NotFound."""
    open_to = talks(actor, write=True).values("pk")
    found = TalkPoint.objects.filter(pk=number, talk__in=open_to, taken_back_at=None)
    point = found.select_related(
        "talk__account__spokesperson", "talk__account__sales", "talk__held_by"
    ).first()
    if point is None:
        raise NotFound(f"talk-point:{number}")
    return point


def accounts_of(actor: Actor, *, write: bool = True) -> QuerySet[Account]:
    """Return the customers whose talks the actor may note (or only read)."""
    return accounts(actor, Area.TALKS, write=write)


def account_to_note(actor: Actor, number: int) -> Account:
    """Return one customer with whom the actor may note a talk, or raise NotFound."""
    found = accounts_of(actor).select_related("spokesperson", "sales").filter(pk=number).first()
    if found is None:
        raise NotFound(f"account:{number}")
    return found


def _one(found: QuerySet[Talk], number: int) -> Talk:
    talk = found.select_related(*RELATED).prefetch_related("contacts").filter(pk=number).first()
    if talk is None:
        raise NotFound(f"talk:{number}")
    return talk
