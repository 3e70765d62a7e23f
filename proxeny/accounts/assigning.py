"""Deciding who speaks for a customer, who sells to it, and how much weight it has."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.events import Kind
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Reach, Role, right
from proxeny.ledger import appending


def may_assign(actor: Actor) -> bool:
    """Tell whether the actor may decide this: those who answer for all customers, not for their own only."""
    return right(actor, Area.DOSSIER).write is Reach.ALL


def assign(
    account: Account, *, level: Account.Level, spokesperson: Staff | None, sales: Staff | None, by: Actor
) -> bool:
    """Give the customer its level, its spokesperson and its sales colleague.

    Return whether anything was different before.

    What was before and after goes on record. Raises NotFound for those who may not decide it, and
    ValidationError, by field, for a colleague who has left or does not hold the role.
    """
    if not may_assign(by):
        raise NotFound(str(account.record))
    with transaction.atomic():
        found = Account.objects.select_for_update(of=("self",)).select_related("spokesperson", "sales")
        locked = found.get(pk=account.pk)
        before = _said(locked)
        _check_new(locked, spokesperson, sales)
        locked.level, locked.spokesperson, locked.sales = level, spokesperson, sales
        changes = {
            name: {"before": before[name], "after": after}
            for name, after in _said(locked).items()
            if after != before[name]
        }
        if changes:
            locked.changed_at = clock.now()
            locked.save(update_fields=["level", "spokesperson", "sales", "changed_at"])
            appending.append(Kind.CHANGED, about=[locked.record], by=by, name=locked.name, changes=changes)
    return bool(changes)


def _said(account: Account) -> dict[str, str | None]:
    """What goes on record: the level, and colleagues by their references."""
    return {
        "level": str(account.level),
        "spokesperson": account.spokesperson.reference if account.spokesperson else None,
        "sales": account.sales.reference if account.sales else None,
    }


def _check_new(account: Account, spokesperson: Staff | None, sales: Staff | None) -> None:
    """Refuse a newly chosen colleague who cannot do it.

    Who was chosen before may stay until somebody else is.
    """
    chosen = {
        "spokesperson": (account.spokesperson, spokesperson, Role.SPOKESPERSON),
        "sales": (account.sales, sales, Role.SALES),
    }
    errors = {}
    for field, (had, wanted, role) in chosen.items():
        if wanted and wanted != had and not (wanted.is_active and role in wanted.roles):
            values = {"name": wanted.name, "role": role.label}
            errors[field] = _("%(name)s is not here as %(role)s. Choose somebody who is.") % values
    if errors:
        raise ValidationError(errors)
