"""Priority: what the rule gives, and a person's word against it."""

from typing import NamedTuple

from proxeny.accounts.models import Account
from proxeny.cases.models import Case, Priority, PriorityOverride, Severity

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
