"""Forgetting what is over: rows of ended jobs and delivered events are kept for a while and then deleted."""

from datetime import timedelta

from proxeny.core import clock
from proxeny.core.models import Job, OutboxEvent
from proxeny.core.queue.tasks import task

KEPT = timedelta(days=30)


@task(priority=-50)
def prune() -> int:
    """Delete ended jobs and delivered events older than 30 days; return how many."""
    before = clock.machine_now() - KEPT
    jobs, _ = Job.objects.filter(finished_at__lt=before).delete()
    events, _ = OutboxEvent.objects.filter(delivered_at__lt=before).delete()
    return jobs + events
