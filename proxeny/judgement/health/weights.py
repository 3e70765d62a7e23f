"""Which weights stand for which customers, and since when."""

from collections.abc import Mapping
from datetime import date

from proxeny.core import clock
from proxeny.judgement.models import Weights
from proxeny.judgement.signals import all_signals

Points = Mapping[str, int]
EVERYBODY = ""


def proposed() -> dict[str, int]:
    """Return what the witnesses propose themselves."""
    return {signal.name: signal.weight for signal in all_signals()}


def standing(on: date | None = None) -> dict[str, Weights]:
    """Return the weights that stand on the morning of `on` (now by default), by segment."""
    rows = Weights.objects.select_related("by").order_by("at", "pk")
    if on is not None:
        rows = rows.filter(at__lt=clock.start_of(on))
    return {row.segment: row for row in rows}


def points_of(segment: str, rows: Mapping[str, Weights]) -> dict[str, int]:
    """Return what counts for a segment: its own weights, else everybody's, else those proposed.

    A witness that came after the weights were set counts with what it proposes.
    """
    row = rows.get(segment) or rows.get(EVERYBODY)
    return proposed() | ({name: int(value) for name, value in row.points.items()} if row else {})
