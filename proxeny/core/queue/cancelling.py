"""Ending a job early, and trying a parked one again, because a person asks."""

from uuid import UUID

from django.db import transaction

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.models import Job


def request_cancel(job_id: UUID | str, *, by: Actor) -> bool:
    """Ask for a job to end; False if it had ended before.

    One that waits ends at once, a running one when it next looks.
    """
    now = clock.machine_now()
    asked = {"cancel_requested_at": now, "cancel_requested_by": by.reference}
    with transaction.atomic():
        job = Job.objects.filter(pk=job_id)
        if job.filter(status=Job.Status.READY).update(status=Job.Status.CANCELLED, finished_at=now, **asked):
            return True
        return (
            bool(job.filter(status=Job.Status.RUNNING, cancel_requested_at=None).update(**asked))
            or job.filter(status=Job.Status.RUNNING).exists()
        )


def run_again(job_id: UUID | str) -> bool:
    """Give a parked job a new round of attempts; False if it is not parked, or the same work waits again."""
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=job_id, status=Job.Status.FAILED).first()
        if job is None or (job.dedupe and Job.objects.filter(dedupe=job.dedupe, finished_at=None).exists()):
            return False
        job.most_attempts += job.attempt
        job.status, job.finished_at, job.run_after = Job.Status.READY, None, clock.machine_now()
        job.save(update_fields=["most_attempts", "status", "finished_at", "run_after"])
        return True
