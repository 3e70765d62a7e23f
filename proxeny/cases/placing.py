"""The order of the queue, as one figure that an index holds.

First comes the day on which something is next due, the longest overdue first; on one day, the customer worth more a year.
Open cases of which nothing is due follow by the same worth, then closed ones, the latest first, then merged ones. The day is
that of the installation's time zone; amounts count as they stand, in minor units, whatever their currency.
"""

from datetime import datetime

from proxeny.cases.models import Case
from proxeny.cases.models.places import A_DAY, ENDED, MERGED, UNDATED
from proxeny.core import clock


def place(
    due: datetime | None, stake_minor: int | None, closed: datetime | None = None, *, is_merged: bool = False
) -> int:
    """Return the place of a case: `due` is when the next clock runs out, `stake_minor` what the customer is worth a year."""
    if is_merged:
        return MERGED
    if closed is not None:
        return MERGED - 1 - min(MERGED - ENDED - 1, max(0, int(closed.timestamp())))
    worth = min(max(stake_minor or 0, 0), A_DAY - 1)
    return (clock.day_of(due).toordinal() * A_DAY if due else UNDATED) + A_DAY - 1 - worth


def place_of(case: Case) -> int:
    """Return the place of a case as its columns stand."""
    return place(case.due_at, case.stake_minor, case.closed_at, is_merged=case.merged_into_id is not None)
