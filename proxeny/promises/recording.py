"""What every verb on promises does: find the row again under a lock, put the line on record, keep text and notices true."""

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility
from proxeny.promises import access
from proxeny.promises.events import Kind
from proxeny.promises.models import Promise


def locked(promise: Promise, by: Actor, *, to_keep: bool = False) -> Promise:
    """Return the row under a lock for who may change it (`to_keep`: note it as kept), or raise NotFound."""
    open_to = access.promises_to_keep(by) if to_keep else access.promises(by, write=True)
    related = Promise.objects.select_related(
        "account__spokesperson", "account__sales", "by_person", "to_contact"
    )
    found = related.select_for_update(of=("self",)).filter(pk=promise.pk, pk__in=open_to.values("pk")).first()
    if found is None:
        raise NotFound(str(promise.record))
    return found


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: promising is a person's."""
    if by.staff_id is None:
        raise ValueError("a promise is a person's: only a colleague can note one or say what became of it")
    return by.staff_id


def append(kind: Kind, promise: Promise, *, by: Actor, **content: object) -> int:
    """Put a line about the promise on record, seen only by the separate channel where it was told there."""
    about = [promise.account.record, promise.record]
    if promise.source:
        about.append(Reference.parse(promise.source))
    visibility = Visibility.CONFIDENTIAL if promise.in_confidence else Visibility.OPEN
    return appending.append(kind, about=about, by=by, visibility=visibility, what=promise.what, **content)
