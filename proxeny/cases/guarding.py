"""What every verb on a case does: ask whether the actor may, and leave a line in the ledger."""

from proxeny.cases import access
from proxeny.cases.events import Kind
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.ledger import appending


def guard(case: Case, by: Actor) -> Case:
    """Return the case if the actor may change it, or raise NotFound: for others it does not exist.

    The program itself acts for what was checked already, as an import does.
    """
    if by.is_system or access.may_change(by, case.pk):
        return case
    raise NotFound(str(case.record))


def person(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: only a person may do this."""
    if by.staff_id is None:
        raise ValueError("only a colleague can do this")
    return by.staff_id


def recorded(
    kind: Kind, case: Case, by: Actor, *also: Reference, is_confidential: bool = False, **content: object
) -> int:
    """Append a line about the case and its customer and return the line's sequence."""
    hidden = is_confidential or case.is_confidential
    return appending.append(
        kind,
        about=[case.record, case.account.record, *also],
        by=by,
        visibility=appending.Visibility.CONFIDENTIAL if hidden else appending.Visibility.OPEN,
        number=case.number,
        **content,
    )
