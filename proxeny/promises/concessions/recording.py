"""What every verb on concessions does: find the row again under a lock, put the line on record, keep the text true."""

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility
from proxeny.promises.concessions import access
from proxeny.promises.concessions.events import Kind
from proxeny.promises.models import Concession


def locked(concession: Concession, by: Actor) -> Concession:
    """Return the row under a lock for who may change it, or raise NotFound.

    Its customer is locked before it: what may be approved depends on everything that customer was given.
    """
    Account.objects.select_for_update().filter(pk=concession.account_id).values_list("pk").first()
    open_to = access.concessions(by, write=True)
    related = Concession.objects.select_related(
        "account__spokesperson", "account__sales", "by_person", "to_contact"
    )
    found = (
        related.select_for_update(of=("self",)).filter(pk=concession.pk, pk__in=open_to.values("pk")).first()
    )
    if found is None:
        raise NotFound(str(concession.record))
    return found


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: giving is a person's."""
    if by.staff_id is None:
        raise ValueError("a concession is a person's: only a colleague can note one or decide on it")
    return by.staff_id


def append(kind: Kind, concession: Concession, *, by: Actor, **content: object) -> int:
    """Put a line about the concession on record, seen only by the separate channel where it was told there."""
    about = [concession.account.record, concession.record]
    if concession.source:
        about.append(Reference.parse(concession.source))
    visibility = Visibility.CONFIDENTIAL if concession.in_confidence else Visibility.OPEN
    worth = {"type": "money", "amount": concession.worth_minor, "currency": concession.currency}
    said = {"what": concession.what, "worth": worth, **content}
    return appending.append(kind, about=about, by=by, visibility=visibility, **said)
