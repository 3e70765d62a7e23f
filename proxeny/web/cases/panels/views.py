"""The two views of the case: how the business can do it, why the product is so; each with its risks."""

from typing import Any

from proxeny.cases.answering_views import views_of
from proxeny.cases.models import Side, View
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.understanding.two_views import HELP, LABELS

SHAPES = {"hidden_bug": "◇", "data_accuracy": "▦", "clumsier": "↻"}


@panel(40, "views", "cases/understanding/views.html", later=True, inside=True)
def views(reader: Reader) -> dict[str, Any] | None:
    """Show both views, for after-sales; the business view comes first."""
    if not reader.inside:
        return None
    given = views_of(reader.case)
    sides = [
        {"side": side, "view": given.get(side), "risks": _risks(given.get(side)), "help": HELP[side]}
        for side in (Side.BUSINESS, Side.PRODUCT)
    ]
    return {"sides": sides, "any": bool(given)}


def _risks(view: View | None) -> list[tuple[str, object, str]]:
    """The risks somebody has named: a shape, the word for it, and what they said."""
    if view is None:
        return []
    return [(shape, LABELS[name], text) for name, shape in SHAPES.items() if (text := getattr(view, name))]
