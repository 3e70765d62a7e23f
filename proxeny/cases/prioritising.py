"""Priority: what the rule gives, and a person's word against it."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Priority, PriorityOverride, Severity
from proxeny.core import clock
from proxeny.core.actors import Actor

# Rows: level of the customer; columns: severity, worst first.
RULE: dict[str, tuple[int, int, int, int]] = {
    Account.Level.STRATEGIC: (1, 1, 2, 3),
    Account.Level.KEY: (1, 2, 2, 3),
    Account.Level.STANDARD: (1, 2, 3, 4),
    Account.Level.SMALL: (2, 3, 4, 4),
}


class Explained(NamedTuple):
    """A priority, what the rule says, and the override that stands against it, if any."""

    priority: Priority
    by_rule: Priority
    level: str
    severity: Severity
    override: PriorityOverride | None


def by_rule(level: str, severity: int) -> Priority:
    """Return the priority of a case of that severity with a customer of that level."""
    return Priority(RULE[level][severity - 1])


def explained(case: Case) -> Explained:
    """Return the priority of the case with all that it comes from."""
    standing = PriorityOverride.objects.select_related("by").filter(case=case, lifted_at=None).first()
    return Explained(
        priority=Priority(case.priority),
        by_rule=by_rule(case.account.level, case.severity),
        level=case.account.get_level_display(),
        severity=Severity(case.severity),
        override=standing,
    )


def override(case: Case, priority: Priority, *, reason: str, by: Actor) -> None:
    """Set the priority against the rule, with a reason; it stands until it is lifted."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the rule does not fit here.")})
    with transaction.atomic():
        case = guard(locked(case), by)
        now = clock.now()
        PriorityOverride.objects.filter(case=case, lifted_at=None).update(lifted_at=now)
        PriorityOverride.objects.create(
            case=case, priority=priority, reason=reason.strip(), by_id=person(by), at=now
        )
        case.priority = priority
        case.save(update_fields=["priority"])
        recorded(Kind.PRIORITY_SET, case, by, priority=int(priority), reason=reason.strip())


def lift(case: Case, *, by: Actor) -> None:
    """Let the rule decide again; doing it twice changes nothing."""
    with transaction.atomic():
        case = guard(locked(case), by)
        if PriorityOverride.objects.filter(case=case, lifted_at=None).update(lifted_at=clock.now()):
            case.priority = by_rule(case.account.level, case.severity)
            case.save(update_fields=["priority"])
            recorded(Kind.PRIORITY_LIFTED, case, by, priority=int(case.priority))
