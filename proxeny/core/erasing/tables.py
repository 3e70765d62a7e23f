"""What the tables of this package may hold of people."""

from proxeny.core.erasing.held import ACTOR, CODE, OURS, REFERENCE, SUM, Held
from proxeny.core.models import CalendarDay, CalendarYear, Job, OutboxEvent
from proxeny.core.sentences import N_

WORK = N_("background work")

HELD = (
    Held(CalendarDay, texts=("reason",), never={"country": CODE, "name": OURS, "by": ACTOR}, kind=WORK),
    Held(CalendarYear, never={"country": CODE, "published_version": SUM, "confirmed_by": ACTOR}),
    Held(
        Job, kind=WORK, texts=("error", "note"), lists=("args", "kwargs", "result"),
        never={
            "task": OURS, "queue_name": OURS, "dedupe": REFERENCE, "slot": REFERENCE, "worker": OURS, "error_class": OURS,
            "cancel_requested_by": ACTOR,
        },
    ),
    Held(OutboxEvent, kind=WORK, lists=("payload",), never={"kind": OURS}),
)  # fmt: skip
