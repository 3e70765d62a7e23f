"""What every verb here does: find the row again under a lock, and put the line on record."""

from proxeny.accounts.glass import access
from proxeny.accounts.glass.events import Kind
from proxeny.accounts.models import Account
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.models import Admission
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility


def locked(admission: Admission, by: Actor) -> Admission:
    """Return the row under a lock if who acts may know of it, or raise NotFound."""
    found = access.admissions(by).select_for_update(of=("self",)).select_related("asked_by")
    row = found.filter(pk=admission.pk).first()
    if row is None:
        raise NotFound(str(admission.record))
    return row


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises NotFound for the program itself: this is between persons."""
    if by.staff_id is None:
        raise NotFound("admission")
    return by.staff_id


def account_of(admission: Admission) -> Account:
    """Return the customer it is about, with who speaks for it."""
    return Account.objects.select_related("spokesperson").get(pk=admission.account)


def append(
    kind: Kind,
    admission: Admission,
    account: Account,
    *,
    by: Actor,
    visibility: Visibility = Visibility.OPEN,
    **content: object,
) -> int:
    """Put a line about the admission on record, with who looks and into what."""
    return appending.append(
        kind,
        about=[account.record, admission.record, references.to("staff", admission.asked_by_id)],
        by=by,
        visibility=visibility,
        account=account.name,
        number=admission.case,
        who=admission.asked_by.name,
        **content,
    )
