"""Jobs: background work that waits, runs or has ended."""

import uuid

from django.db import models
from django.db.models import Q


class Job(models.Model):
    """One piece of background work.

    `attempt` counts the claims and is the fencing number: whoever writes to a running job must name the
    attempt that it holds. `dedupe` is unique among unfinished jobs, `slot` for as long as the row is kept.
    """

    class Status(models.TextChoices):
        READY = "READY"
        RUNNING = "RUNNING"
        SUCCESSFUL = "SUCCESSFUL"
        FAILED = "FAILED"
        CANCELLED = "CANCELLED"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    task = models.CharField(max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    queue_name = models.CharField(max_length=32, default="default")
    priority = models.SmallIntegerField(default=0)
    dedupe = models.CharField(max_length=120, default="")
    slot = models.CharField(max_length=120, null=True)  # noqa: DJ001  (many rows have none, and the others are unique)

    status = models.CharField(max_length=10, choices=Status.choices, default=Status.READY)
    run_after = models.DateTimeField()
    attempt = models.PositiveIntegerField(default=0)
    most_attempts = models.PositiveIntegerField(default=5)
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, default="")
    wanted_again = models.BooleanField(default=False)

    enqueued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    last_attempted_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    result = models.JSONField(null=True)
    error_class = models.CharField(max_length=200, default="")
    error = models.TextField(default="")

    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    note = models.CharField(max_length=200, default="")
    cancel_requested_at = models.DateTimeField(null=True)
    cancel_requested_by = models.CharField(max_length=80, default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["-priority", "run_after"],
                condition=Q(status__in=["READY", "RUNNING"]),
                name="job_unfinished",
            ),
            models.Index(fields=["finished_at"], name="job_finished_at"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dedupe"], condition=Q(finished_at=None) & ~Q(dedupe=""), name="job_dedupe_unfinished"
            ),
            models.UniqueConstraint(fields=["slot"], name="job_slot"),
            models.CheckConstraint(
                condition=Q(finished_at=None, status__in=["READY", "RUNNING"])
                | Q(finished_at__isnull=False, status__in=["SUCCESSFUL", "FAILED", "CANCELLED"]),
                name="job_ended_has_time",
            ),
        ]

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing more will happen to this job by itself."""
        return self.finished_at is not None

    @property
    def share(self) -> float | None:
        """Return how much is done, 0 to 1, or None while the total is not known."""
        return min(1.0, self.done / self.total) if self.total else None
