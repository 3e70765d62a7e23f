"""Where somebody has been: what they opened last and most often. Their own desk; not evidence."""

from contextlib import suppress
from datetime import timedelta
from math import log2

from django.db import IntegrityError, transaction
from django.db.models import F

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.laying_down import insert
from proxeny.core.phrased import Phrased
from proxeny.core.references import Reference
from proxeny.desk.models import Visit

APART = timedelta(minutes=5)
"""Looking again within this time is the same visit."""
REMEMBERED = 200
"""So many of the latest visits count when something is looked for."""
LATELY = timedelta(days=7)


def note(about: Reference, *, by: Actor) -> None:
    """Keep that `by` has opened `about`. Costs one look, and a write at most once in five minutes.

    The real time counts, also while another day is being looked at; the program itself visits nothing.
    """
    if by.staff_id is None:
        return
    now = clock.machine_now()
    last = _LAST.first(by.staff_id, str(about))
    if last is None:
        # Two tabs opened at once: the second finds the row of the first.
        with suppress(IntegrityError), transaction.atomic():
            insert(Visit(staff_id=by.staff_id, about=str(about), at=now))
    elif last <= now - APART:
        mine = Visit.objects.filter(staff=by.staff_id, about=str(about), at=last)
        mine.update(at=now, times=F("times") + 1)


_LAST = Phrased(
    lambda staff, about: Visit.objects.filter(staff=staff, about=about).values_list("at", flat=True)[:1]
)


def latest(actor: Actor, most: int) -> list[Reference]:
    """Return what the actor opened, the latest first. Whether it may still be seen, its own loader knows."""
    visits = Visit.objects.filter(staff=actor.staff_id).order_by("-at", "-pk")
    return [Reference.parse(about) for about in visits.values_list("about", flat=True)[:most]]


def familiarity(actor: Actor, kind: str) -> dict[str, float]:
    """Return by key how well the actor knows each of the `kind`: from 0 to 8, for often and for lately."""
    lately = clock.machine_now() - LATELY
    visits = Visit.objects.filter(staff=actor.staff_id, about__startswith=f"{kind}:").order_by("-at")
    return {
        about.partition(":")[2]: min(5.0, log2(1 + times)) + (3.0 if at >= lately else 0.0)
        for about, times, at in visits.values_list("about", "times", "at")[:REMEMBERED]
    }
