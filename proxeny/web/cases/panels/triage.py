"""What the case may be, by what is remembered, while nobody has said its kind; and what it was found to be."""

from typing import Any

from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.triage.remembering import remembered, tied


@panel(15, "triage", "cases/triage/panel.html", later=True, inside=True)
def triage(reader: Reader) -> dict[str, Any]:
    """Propose kinds with their evidence to after-sales; whoever sees less gets an empty place."""
    case = reader.case
    if not reader.inside:
        return {}
    standing = tied(reader.actor, case)
    asks = case.is_open and not case.kind
    known = {(one.name, one.number) for one in standing}
    found = remembered(reader.actor, case) if asks else []
    proposed = [one for one in found if (one.name, one.number) not in known]
    return {"tied": standing, "proposed": proposed, "asks": asks, "may_write": reader.may_write}
