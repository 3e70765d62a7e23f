"""Who asks, on whose behalf, who decides and pays, and what each of them wants."""

from typing import Any

from proxeny.cases.framing import framing_of
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.understanding.in_place import Row
from proxeny.web.cases.understanding.picture import picture


@panel(10, "framing", "cases/understanding/framing.html", inside=True)
def framing(reader: Reader) -> dict[str, Any] | None:
    """Draw who stands behind the case, for after-sales."""
    if not reader.inside:
        return None
    return {"picture": picture(Row(reader, framing_of(reader.case)))}
