"""How many documents there are and how long they are: counted once in a while, not for each question."""

from django.db.models import Avg, Count

from proxeny.core import clock
from proxeny.search.engines import ESTIMATES
from proxeny.search.models import Document

KEEPS_SECONDS = 600
_sizes: dict[str, tuple[float, int, float]] = {}


def size() -> tuple[int, float]:
    """Return how many documents there are and how long they are on average, in tokens; counted once in ten minutes."""
    now = clock.machine_now().timestamp()
    kept = _sizes.get("all")
    if kept is None or now - kept[0] > KEEPS_SECONDS:
        found = Document.objects.aggregate(count=Count("pk"), mean=Avg("length"))
        kept = _sizes["all"] = (now, found["count"], float(found["mean"] or 1.0))
    return kept[1], kept[2]


def forget_sizes() -> None:
    """Count anew: after very many texts have come at once."""
    _sizes.clear()
    ESTIMATES.forget()
