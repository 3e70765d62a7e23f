"""What the case resembles, while it is being understood."""

from typing import Any

from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.resembling.looking import like_case


@panel(60, "resembling", "cases/resembling/panel.html", later=True, inside=True)
def resembling(reader: Reader) -> dict[str, Any]:
    """Show look-alikes to after-sales while the case is open; whoever sees less gets an empty place."""
    if not reader.inside or not reader.case.is_open:
        return {}
    return {"alike": like_case(reader.actor, reader.case), "is_shown": True}
