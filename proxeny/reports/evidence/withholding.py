"""Leaving texts out of a bundle: an entry stays provable without what it says."""

import json

from proxeny.ledger.checking import Row
from proxeny.reports.evidence.scope import Scope


def withheld(rows: list[Row], scope: Scope) -> list[Row]:
    """Return the lines, without the texts that do not leave: those that were chosen, and those also about another customer."""
    return [_without_text(row) if _stays_here(row, scope) else row for row in rows]


def _stays_here(row: Row, scope: Scope) -> bool:
    own = str(scope.account.record)
    others = (one for one in json.loads(row.subjects) if one.startswith("account:") and one != own)
    return row.sequence in scope.withheld or any(others)


def _without_text(row: Row) -> Row:
    return row._replace(key=None, content=None)
