"""Warning of clocks that are about to break, when three quarters of their time have passed: always in service time."""

from proxeny.cases import telling
from proxeny.cases.models import CaseClock
from proxeny.core import clock
from proxeny.core.queue import task


@task(dedupe="warn-of-clocks", priority=-5)
def warn_of_clocks() -> int:
    """Tell the people in charge of clocks that run out soon; return how many were told anew.

    A warning falls due in service time, as `cases.sla` reckons it; one that was not given before its clock broke, because no
    worker ran, is not given afterwards: then it lies on the docket.
    """
    now = clock.now()
    near = CaseClock.objects.filter(
        met_at=None, warns_at__lte=now, due_at__gt=now, case__warns_at__lte=now, case__snoozed_until=None
    )
    told = 0
    for one in near.select_related("case__account", "case__owner"):
        if one.due_at and one.case.owner:
            told += telling.breaks(one.case, one.clock, one.due_at, one.started_at)
    return told
