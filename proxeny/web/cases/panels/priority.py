"""The priority: what the rule gives and why, and a person’s word against it."""

from typing import Any

from proxeny.accounts.models import Account
from proxeny.cases.models import Priority, Severity
from proxeny.cases.prioritising import RULE, explained
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader


@panel(30, "priority", "cases/understanding/priority.html", later=True, inside=True)
def priority(reader: Reader) -> dict[str, Any] | None:
    """Explain the priority, for after-sales."""
    if not reader.inside:
        return None
    return {"explained": explained(reader.case), "rule": table(reader), "severities": Severity.labels}


def table(reader: Reader) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Return the rule, a line for each level of customers, each field with whether it is the one that holds here."""
    levels = dict(Account.Level.choices)
    case = reader.case
    return [
        (
            str(levels[level]),
            [
                (
                    str(Priority(given).label),
                    level == case.account.level and severity == case.severity,
                )
                for severity, given in enumerate(row, start=1)
            ],
        )
        for level, row in RULE.items()
    ]
