"""Which lines of the ledger a colleague may read."""

from collections.abc import Sequence

from proxeny.accounts import access
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import reading
from proxeny.ledger.reading import Line


def lines_for(actor: Actor, most: int, *, before: int | None = None, kinds: Sequence[str] = ()) -> list[Line]:
    """Return the newest lines the actor may read: all, or those about their own accounts and themselves."""
    if right(actor, Area.LEDGER).read is Reach.ALL:
        return reading.newest(most, before=before, kinds=kinds)
    return reading.about(*_own(actor), most=most, before=before, kinds=kinds)


def _own(actor: Actor) -> list[Reference]:
    accounts = [
        references.to("account", number) for number in access.accounts(actor).values_list("pk", flat=True)
    ]
    return [*accounts, references.to("staff", actor.staff_id)]
