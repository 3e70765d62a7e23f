"""Deciding who speaks for a customer, who sells to it, and how much weight it has."""

from proxeny.accounts import changing
from proxeny.accounts.merging import Texts
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Reach, right


def may_assign(actor: Actor) -> bool:
    """Tell whether the actor may decide this: those who answer for all customers, not for their own only."""
    return right(actor, Area.DOSSIER).write is Reach.ALL


def assign(
    account: Account,
    *,
    level: Account.Level,
    spokesperson: Staff | None,
    sales: Staff | None,
    by: Actor,
    seen: Texts | None = None,
) -> bool:
    """Give the customer its level, its spokesperson and its sales colleague.

    Return whether anything was different before.

    What was before and after goes on record. Raises NotFound for those who may not decide it, ValidationError, by
    field, for a colleague who has left or does not hold the role, and Conflict when another has decided meanwhile.
    """
    new = {
        "level": str(level),
        "spokesperson": spokesperson.reference if spokesperson else "",
        "sales": sales.reference if sales else "",
    }
    return bool(changing.change(account, new, by=by, seen=seen))
