"""Taking rows on record that no line tells of: from before lines told of rows, or loaded past the verbs."""

from django.db import transaction

from proxeny.core.actors import Actor
from proxeny.ledger import appending
from proxeny.ledger.events import Kind
from proxeny.ledger.reconciling import telling
from proxeny.ledger.reconciling.breaks import Kind as BreakKind
from proxeny.ledger.reconciling.walking import reconcile
from proxeny.ledger.rows import noting
from proxeny.ledger.rows.declaring import declared


def take_on(*, by: Actor) -> int:
    """Put all rows on record that no line tells of, as they stand; return how many.

    That this was done, by whom, and how many rows it was, is on record itself. What was changed stays a break.
    """
    of = {one.label: one for one in declared()}
    untold: dict[str, list[int]] = {}
    for found in reconcile().breaks:
        if found.kind == BreakKind.UNRECORDED:
            untold.setdefault(found.table, []).append(found.row)
    count = 0
    for label, numbers in untold.items():
        for start in range(0, len(numbers), telling.A_LINE):
            several = numbers[start : start + telling.A_LINE]
            with transaction.atomic():
                noting.made(of[label], several)
                appending.append(Kind.TAKEN_ON, about=[], by=by, count=len(several), table=of[label].thing)
            count += len(several)
    return count
