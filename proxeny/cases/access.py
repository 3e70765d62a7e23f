"""Loading cases; there is no way to get one without saying who asks."""

from dataclasses import dataclass
from functools import cache

from django.db.models import Q, QuerySet

from proxeny.accounts import access
from proxeny.cases.models import Attachment, Audience, Case, Message
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.identity import admitting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, Role, right

OPEN_TO_SALES = (Audience.CUSTOMER, Audience.SALES)
WITH = ("account", "account__spokesperson", "account__sales", "owner", "reporter")


def cases(actor: Actor, *, write: bool = False) -> QuerySet[Case]:
    """Return the cases that the actor may read (or change): those of customers that are open to them, and those in their hands.

    A confidential case is there only for those to whom the customer's confidential channel is open.
    """
    return Case.objects.filter(reachable(actor, write=write))


def case_for(actor: Actor, number: int, *, write: bool = False) -> Case:
    """Return the case of that number with its customer, or raise NotFound: without access it does not exist."""
    if actor.admitted:  # few look by exception, and not often: not worth a question of their own
        found = cases(actor, write=write).select_related(*WITH).filter(number=number).first()
    else:
        ask = _numbered(actor.roles, has_staff=actor.staff_id is not None, write=write)
        found = ask.first(actor.staff_id or 0, number)
    if found is None:
        raise NotFound(f"case number {number}")
    return found


@cache
def _numbered(roles: frozenset[str], *, has_staff: bool, write: bool) -> Phrased[Case]:
    """The question for one case, as `cases` states it for these roles; who asks and for which case are its values.

    A lead's question does without the number of the lead.
    """

    def phrase(staff: int, number: int) -> QuerySet[Case]:
        actor = _anybody(staff if has_staff else None, roles)
        return cases(actor, write=write).select_related(*WITH).filter(number=number)[:1]

    return Phrased(phrase, may_spare=True)


def may_change(actor: Actor, row: int) -> bool:
    """Tell whether the actor may change the case with that row."""
    ask = _rowed(actor.roles, has_staff=actor.staff_id is not None, write=True)
    return bool(ask(actor.staff_id or 0, row))


def may_read(actor: Actor, row: int) -> bool:
    """Tell whether the actor may read the case with that row."""
    if actor.admitted:
        return cases(actor).filter(pk=row).exists()
    ask = _rowed(actor.roles, has_staff=actor.staff_id is not None, write=False)
    return bool(ask(actor.staff_id or 0, row))


@cache
def _rowed(roles: frozenset[str], *, has_staff: bool, write: bool) -> Phrased[int]:
    """The question whether a case is reachable, as `cases` states it for these roles."""

    def phrase(staff: int, row: int) -> QuerySet[Case, int]:
        found = cases(_anybody(staff if has_staff else None, roles), write=write).filter(pk=row)
        return found.order_by().values_list("pk", flat=True)[:1]

    return Phrased(phrase, may_spare=True)


def _anybody(staff: int | None, roles: frozenset[str]) -> Actor:
    """Somebody with these roles: nothing else of an actor may decide what is reachable."""
    return Actor(reference="", name="", staff_id=staff, roles=roles)


def customer_is_open(actor: Actor, account: int, area: Area, *, write: bool = False) -> bool:
    """Tell whether the actor may read (or change) that part of a customer who is there."""
    granted = right(actor, area)
    reach = granted.write if write else granted.read
    if reach is not Reach.OWN and not actor.admitted:
        return reach is Reach.ALL
    return access.accounts(actor, area, write=write).filter(pk=account).exists()


def case_of_row(actor: Actor, row: int) -> Case:
    """Return the case with that row, as references name it (`case:12`), or raise NotFound."""
    found = cases(actor).select_related(*WITH).filter(pk=row).first()
    if found is None:
        raise NotFound(f"case:{row}")
    return found


def reachable(actor: Actor, *, write: bool = False) -> Q:
    """Return which cases the actor may read (or change)."""
    area = Area.INSIDE if write else Area.DOSSIER
    within, hidden = _of(actor, area, write=write), _of(actor, Area.CONFIDENTIAL, write=write)
    if hidden and actor.admitted and not write:
        hidden |= let_into(actor)
    # An empty condition lets everything through: said in other words, it would keep the database from its indexes.
    if within and actor.staff_id and actor.holds(Role.SPOKESPERSON, Role.LEAD):
        within |= Q(owner=actor.staff_id)
    return within & (Q(is_confidential=False) | hidden) if hidden else within


def let_into(actor: Actor) -> Q:
    """Return into which cases the actor is let in by exception, as a condition that is never empty."""
    found = Q(pk=None)
    for one in actor.admitted:
        found |= Q(account=one.account, number=one.case) if one.case else Q(account=one.account)
    return found


def sees_inside(actor: Actor, case: Case) -> bool:
    """Tell whether the actor may read what after-sales says of the case among itself."""
    reach = right(actor, Area.INSIDE).read
    if reach is Reach.ALL or (case.owner_id is not None and case.owner_id == actor.staff_id):
        return True
    return reach is Reach.OWN and _speaks_for(actor, case)


def may_write(actor: Actor, case: Case) -> bool:
    """Tell whether the actor may change the case."""
    reach = right(actor, Area.INSIDE).write
    if reach is Reach.ALL or (case.owner_id is not None and case.owner_id == actor.staff_id):
        return True
    return reach is Reach.OWN and _speaks_for(actor, case)


def messages(actor: Actor, case: Case) -> QuerySet[Message]:
    """Return the standing messages of the case, and of those merged into it, that the actor may read, oldest first."""
    # By the numbers of the cases, not over a join: that would have every message of the vendor looked at.
    return open_to(
        eyes_of(actor, case),
        Message.objects.filter(case__in=[case.pk, *merged_into(case)], withdrawn_at=None),
    )


def merged_into(case: Case) -> list[int]:
    """Return the rows of the cases that were merged into this one."""
    return _MERGED(case.pk)


_MERGED = Phrased(lambda case: Case.objects.filter(merged_into=case).order_by().values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Eyes:
    """What somebody may read of a case's messages: what after-sales says among itself, what was said in confidence."""

    inside: bool
    trusted: bool


def eyes_of(actor: Actor, case: Case) -> Eyes:
    """Return what the actor may read of the case's messages."""
    return Eyes(sees_inside(actor, case), _trusted(actor, case))


def open_to(eyes: Eyes, found: QuerySet[Message]) -> QuerySet[Message]:
    """Return those of the messages that these eyes may read."""
    if not eyes.inside:
        found = found.filter(audience__in=OPEN_TO_SALES)
    if not eyes.trusted:
        found = found.filter(is_confidential=False, case__is_confidential=False)
    return found


def message_for(actor: Actor, number: int, *, write: bool = False) -> Message:
    """Return one standing message that the actor may read, or raise NotFound."""
    found = Message.objects.select_related("case__account").filter(pk=number, withdrawn_at=None).first()
    if (
        found
        and cases(actor, write=write).filter(pk=found.case_id).exists()
        and messages(actor, found.case).filter(pk=number).exists()
    ):
        return found
    raise NotFound(f"message:{number}")


def attachment_for(actor: Actor, number: int) -> Attachment:
    """Return one file that the actor may read, or raise NotFound; one that is not sent yet is only its writer's."""
    found = Attachment.objects.select_related("case", "message").filter(pk=number, removed_at=None).first()
    if found is not None:
        if found.message_id is None:
            if found.by_id == actor.staff_id and cases(actor).filter(pk=found.case_id).exists():
                return found
        elif message_for(actor, found.message_id):
            return found
    raise NotFound(f"attachment:{number}")


def _trusted(actor: Actor, case: Case) -> bool:
    reach = right(actor, Area.CONFIDENTIAL).read
    if reach is Reach.ALL or (reach is Reach.OWN and _speaks_for(actor, case)):
        return True
    return admitting.admits(actor, case.account_id, case.number)


def _speaks_for(actor: Actor, case: Case) -> bool:
    return (
        actor.staff_id is not None
        and case.account.spokesperson_id == actor.staff_id
        and actor.holds(Role.SPOKESPERSON)
    )


def _of(actor: Actor, area: Area, *, write: bool) -> Q:
    granted = right(actor, area)
    reach = granted.write if write else granted.read
    if reach is Reach.ALL:
        return Q()
    if reach is Reach.NONE:
        return Q(pk=None)
    return Q(account__in=access.accounts(actor, area, write=write))
