"""Taking a job, keeping it, and ending it; every write names the attempt it belongs to.

A worker that was presumed dead and comes back holds an old attempt number: its writes hit no row.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from proxeny.core import clock
from proxeny.core.models import Job
from proxeny.core.queue.errors import LeaseLost, class_path, last_lines

# Work that holds the interpreter for long starves the heartbeat, so the lease outlasts several missed beats.
LEASE = timedelta(seconds=60)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=10)
Status = Job.Status
Progress = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to one attempt at one job."""

    job_id: UUID
    attempt: int

    def held(self) -> QuerySet[Job]:
        """Return the job as long as this attempt is the one that counts, and nothing afterwards."""
        return Job.objects.filter(pk=self.job_id, attempt=self.attempt, status=Status.RUNNING)


def claim(worker: str) -> Job | None:
    """Take the most urgent job that is due, or whose worker has fallen silent; None when there is none."""
    while _due(clock.machine_now()).exists():
        with transaction.atomic():
            job = _first_due(clock.machine_now())
            if job is None:
                return None
            if not _must_end(job) and _take(job, worker):
                return job
    return None


def _due(now: datetime) -> QuerySet[Job]:
    return Job.objects.filter(
        Q(status=Status.READY, run_after__lte=now) | Q(status=Status.RUNNING, lease_until__lt=now)
    )


def _first_due(now: datetime) -> Job | None:
    due = _due(now).order_by("-priority", "run_after", "enqueued_at")
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(skip_locked=True)
    return due.first()


def _must_end(job: Job) -> bool:
    """End a job that is not worth another attempt."""
    if job.cancel_requested_at:
        _end(Lease(job.pk, job.attempt), Job.objects.filter(pk=job.pk, attempt=job.attempt), Status.CANCELLED)
    elif job.attempt >= job.most_attempts:
        reason = f"the worker stopped in the middle of this job {job.attempt} times"
        lease = Lease(job.pk, job.attempt)
        _end(lease, lease.held(), Status.FAILED, error=reason)
    else:
        return False
    return True


def _take(job: Job, worker: str) -> bool:
    now = clock.machine_now()
    taken = Job.objects.filter(pk=job.pk, attempt=job.attempt, status=job.status, finished_at=None).update(
        status=Status.RUNNING,
        attempt=job.attempt + 1,
        worker=worker,
        lease_until=now + LEASE,
        started_at=Coalesce(F("started_at"), now),
        last_attempted_at=now,
        wanted_again=False,
    )
    if taken:
        job.refresh_from_db()
    return bool(taken)


def succeed(lease: Lease, *, result: object = None, progress: Progress | None = None) -> None:
    """Finish the job; raises LeaseLost when this attempt no longer counts."""
    with transaction.atomic():
        _end(
            lease,
            lease.held(),
            Status.SUCCESSFUL,
            result=result,
            error="",
            error_class="",
            **_columns(progress),
        )


def cancel(lease: Lease, *, progress: Progress | None = None) -> None:
    """End the job as a person asked; raises LeaseLost when this attempt no longer counts."""
    with transaction.atomic():
        _end(lease, lease.held(), Status.CANCELLED, **_columns(progress))


def fail(
    lease: Lease, error: BaseException, *, for_good: bool = False, progress: Progress | None = None
) -> bool:
    """Put the job back for another attempt, or park it as failed; tell whether it was parked."""
    kept = {"error": last_lines(error), "error_class": class_path(error), **_columns(progress)}
    with transaction.atomic():
        if not for_good and lease.held().filter(attempt__lt=F("most_attempts")).update(
            status=Status.READY,
            lease_until=None,
            run_after=clock.machine_now() + pause_after(lease.attempt),
            **kept,
        ):
            return False
        _end(lease, lease.held(), Status.FAILED, **kept)
    return True


def give_back(lease: Lease) -> None:
    """Return the job undone, as a worker does that closes; the attempt is not counted against the job."""
    lease.held().update(
        status=Status.READY,
        lease_until=None,
        run_after=clock.machine_now(),
        most_attempts=F("most_attempts") + 1,
    )


def pause_after(attempt: int) -> timedelta:
    """Return how long to wait before the attempt after `attempt`: 2 s, 8 s, 32 s … at most 10 minutes."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * int(4 ** min(attempt - 1, 8)))


def _end(lease: Lease, rows: QuerySet[Job], status: str, **columns: Any) -> None:
    if not rows.update(status=status, finished_at=clock.machine_now(), lease_until=None, **columns):
        raise LeaseLost(f"job {lease.job_id}: attempt {lease.attempt} no longer counts")
    ended = Job.objects.get(pk=lease.job_id)
    if ended.wanted_again:
        _once_more(ended)


def _once_more(ended: Job) -> None:
    """Enqueue the same work anew: it was asked for while it ran, and may have seen the state from before."""
    now = clock.machine_now()
    Job.objects.create(
        task=ended.task,
        args=ended.args,
        kwargs=ended.kwargs,
        queue_name=ended.queue_name,
        priority=ended.priority,
        dedupe=ended.dedupe,
        most_attempts=ended.most_attempts,
        run_after=now,
        enqueued_at=now,
    )


def _columns(progress: Progress | None) -> dict[str, Any]:
    return dict(zip(("done", "total", "note"), progress, strict=True)) if progress else {}
