"""How much a role may give one customer away in twelve months: set by who leads, kept with its history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Role
from proxeny.ledger import appending
from proxeny.promises.concessions import access
from proxeny.promises.concessions.events import Kind
from proxeny.promises.models import ConcessionLimit

ROLES = (Role.SALES, Role.SPOKESPERSON, Role.LEAD, Role.OWNER)
BELOW_LEAD = (Role.SALES, Role.SPOKESPERSON)


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds now, by role and currency. Without a row a role may give nothing, and the owner whatever is right."""

    rows: Mapping[tuple[str, str], int]

    def of(self, roles: Iterable[str], currency: str) -> int | None:
        """Return how much in minor units somebody with these roles may give; None where there is no end to it."""
        found = [self._of_role(role, currency) for role in roles]
        return None if None in found else max((one for one in found if one is not None), default=0)

    def _of_role(self, role: str, currency: str) -> int | None:
        return self.rows.get((role, currency), None if role == Role.OWNER else 0)

    def reach(self, roles: Iterable[str], total: Money) -> bool:
        """Tell whether the limit of these roles covers a sum."""
        most = self.of(roles, total.currency)
        return most is None or total.minor <= most


def limits() -> Limits:
    """Return the limits that hold now; one query."""
    newest: dict[tuple[str, str], int | None] = {}
    for row in ConcessionLimit.objects.order_by("set_at", "pk"):
        newest[row.role, row.currency] = row.minor
    return Limits({key: minor for key, minor in newest.items() if minor is not None})


def may_set(actor: Actor, role: str) -> bool:
    """Tell whether the actor may set the limit of a role: the owner of every one, a lead of those who answer to leads."""
    return access.may_set_limits(actor) and (actor.holds(Role.OWNER) or role in BELOW_LEAD)


def set_limit(role: Role, currency: str, amount: Money | None, *, by: Actor) -> ConcessionLimit | None:
    """Set what `role` may give one customer away in twelve months; None lifts the limit that was set.

    The same again changes nothing, and returns None. Raises NotFound for who may not set it, ValidationError, by field.
    """
    if by.staff_id is None or not may_set(by, role):
        raise NotFound(f"limit:{role}")
    if role not in ROLES or (amount is not None and (amount.minor < 0 or amount.currency != currency)):
        raise ValidationError({"amount": _("A limit is an amount, or nothing.")})
    minor = amount.minor if amount else None
    with transaction.atomic():
        last = ConcessionLimit.objects.select_for_update().filter(role=role, currency=currency).first()
        if (last.minor if last else None) == minor:
            return None
        row = ConcessionLimit.objects.create(
            role=role, currency=currency, minor=minor, set_by_id=by.staff_id, set_at=clock.now()
        )
        _append(row, last, by)
    return row


def _append(row: ConcessionLimit, last: ConcessionLimit | None, by: Actor) -> None:
    about = [Reference("concession-limit", f"{row.role}/{row.currency}")]
    said = {"role": row.role, "currency": row.currency, "before": _money(last.amount if last else None)}
    kind = Kind.LIMIT_LIFTED if row.minor is None else Kind.LIMIT_SET
    appending.append(
        kind, about=about, by=by, visibility=appending.Visibility.OPEN, limit=_money(row.amount), **said
    )


def _money(amount: Money | None) -> dict[str, object] | None:
    return {"type": "money", "amount": amount.minor, "currency": amount.currency} if amount else None
