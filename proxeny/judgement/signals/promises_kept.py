"""Promises: how many stand broken, and how many were kept in the year before."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q

from proxeny.core.findings import Evidence
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import Known
from proxeny.judgement.signals.scale import Scale
from proxeny.judgement.signals.signal import Reading, Readings, Signal
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of

YEAR = timedelta(days=365)
BROKEN = Scale((0, 90), (1, 35), (3, 0))
"""None broken: 90; each broken promise weighs more than any number that was kept."""
KEPT_ADDS = 10.0
SHOWN = 3


def read(known: Known) -> Readings:
    """Count promises that were due within a year before the morning, or stand broken on it."""
    rows: dict[int, list[Promise]] = defaultdict(list)
    made = Promise.objects.filter(known.these, in_confidence=False, recorded_at__lte=known.noted_until)
    owed = Q(kept_on=None) | Q(kept_on__gte=known.on - YEAR)
    for promise in made.filter(owed).order_by("due_on", "pk"):
        rows[promise.account_id].append(promise)
    return {
        account: reading
        for account, promises in rows.items()
        if account in known.accounts and (reading := _reading(promises, known))
    }


def _reading(promises: list[Promise], known: Known) -> Reading | None:
    yesterday = known.on - timedelta(days=1)
    states = [(promise, state_of(promise, yesterday)) for promise in promises]
    broken = [promise for promise, state in states if state == State.BROKEN]
    kept = [promise for promise, state in states if state in (State.KEPT, State.KEPT_LATE)]
    if not broken and not kept:
        return None
    value = BROKEN.points(len(broken)) + (KEPT_ADDS if kept and not broken else 0)
    days = [promise.due_on for promise in broken] + [promise.kept_on for promise in kept if promise.kept_on]
    return Reading(
        value,
        sure=1.0,
        fresh_on=max(days),
        text=Sentence(
            N_("Broken: %(broken)s; kept within a year: %(kept)s"), {"broken": len(broken), "kept": len(kept)}
        ),
        evidence=tuple(
            Evidence(
                Sentence(
                    N_("Broken since %(day)s: %(what)s"),
                    {"day": {"type": "date", "date": promise.due_on.isoformat()}, "what": promise.what},
                ),
                str(promise.record),
            )
            for promise in broken[:SHOWN]
        ),
    )


SIGNAL = Signal(
    "promises",
    N_("Promises"),
    N_("Is what we promised done?"),
    N_("Nothing was promised within a year."),
    weight=15,
    read=read,
    is_inside=True,
)
