"""What every verb on talks does: find the row again under a lock, and put the line on record."""

from django.db.models import QuerySet

from proxeny.accounts.models import Talk
from proxeny.accounts.talks.events import Kind
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility


def locked(talk: Talk, among: QuerySet[Talk]) -> Talk:
    """Return the row under a lock if it is `among` those that are open to who acts, or raise NotFound."""
    related = Talk.objects.select_related("account__spokesperson", "account__sales", "held_by", "asked_by")
    found = related.select_for_update(of=("self",)).filter(pk=talk.pk, pk__in=among.values("pk")).first()
    if found is None:
        raise NotFound(str(talk.record))
    return found


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: talking is a person's."""
    if by.staff_id is None:
        raise ValueError("a talk is a person's: only a colleague can note one or say what was heard")
    return by.staff_id


def append(kind: Kind, talk: Talk, *, by: Actor, **content: object) -> int:
    """Put a line about the talk on record."""
    return appending.append(
        kind,
        about=[talk.account.record, talk.record],
        by=by,
        visibility=Visibility.OPEN,
        way=talk.kind,
        held_on=talk.held_on,
        who=talk.held_by.name,
        **content,
    )
