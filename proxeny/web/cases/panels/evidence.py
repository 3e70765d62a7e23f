"""The way to the bundle of evidence about the case."""

from typing import Any

from proxeny.identity.roles import Area, Reach, right
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader


@panel(95, "evidence", "ledger/bundle_link.html")
def evidence(reader: Reader) -> dict[str, Any] | None:
    """Lead to what is on record, for those who may read the record of this customer."""
    account, reach = reader.case.account, right(reader.actor, Area.LEDGER).read
    is_own = reader.actor.staff_id in (account.spokesperson_id, account.sales_id)
    return {} if reach is Reach.ALL or (reach is Reach.OWN and is_own) else None
