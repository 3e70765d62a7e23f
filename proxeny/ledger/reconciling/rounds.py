"""Laying rows beside their lines every night; what does not fit is told, and nothing is repaired by itself."""

from collections.abc import Callable

from django.db import transaction

from proxeny.core import outbox
from proxeny.core.queue import RunningJob, task
from proxeny.ledger.announcing import RowsBreak
from proxeny.ledger.details import Detail
from proxeny.ledger.reconciling.walking import reconcile

MOST_TOLD = 10


@task(priority=-20, takes_context=True, dedupe="reconcile-rows")
def reconcile_all(context: RunningJob) -> int:
    """Compare all rows that are evidence with their lines; return how many breaks were found."""

    def looked_at(line: int) -> None:
        context.report(line)
        context.check()

    return look_over(looked_at)


def look_over(progress: Callable[[int], None] = lambda _: None) -> int:
    """Do so, and let the first breaks be told; return how many were found."""
    found = reconcile(progress).breaks
    with transaction.atomic():
        for one in found[:MOST_TOLD]:
            detail = one.detail
            outbox.publish(RowsBreak(one.key, detail.pattern, _plain(detail), max(0, len(found) - MOST_TOLD)))
    return len(found)


def _plain(detail: Detail) -> dict[str, object]:
    """Return the values of a detail as a sentence holds them."""
    return {
        name: {"pattern": value.pattern, "values": {}} if isinstance(value, Detail) else value
        for name, value in detail.values.items()
    }
