"""Sweeping inboxes: what is long done is forgotten, what may no longer be seen is withdrawn."""

from datetime import timedelta

from proxeny.core import clock
from proxeny.core.queue import task
from proxeny.identity.models import Staff
from proxeny.notices import settling
from proxeny.notices.models import Notice

KEPT_DONE = timedelta(days=180)


@task(priority=-50)
def sweep() -> int:
    """Delete notices that were done with 180 days ago, and those whose readers lost access; return how many."""
    gone, _ = Notice.objects.filter(done_at__lt=clock.now() - KEPT_DONE).delete()
    people = Staff.objects.filter(pk__in=Notice.objects.order_by().values("staff").distinct())
    return gone + sum(settling.withdraw_unseen(person) for person in people)
