"""What ties the case to others, and to people."""

from typing import Any

from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.ties.panel import ties as ties_of


@panel(90, "ties", "cases/ties/panel.html", later=True)
def ties(reader: Reader) -> dict[str, Any]:
    """Show hands, watchers and other cases to after-sales; whoever sees less gets an empty place."""
    return {"ties": ties_of(reader)} if reader.inside else {}
