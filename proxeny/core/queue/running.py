"""The running job as its task sees it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django_tasks import TaskContext

from proxeny.core.queue import leases
from proxeny.core.queue.errors import Cancelled, LeaseLost, Stopping


@dataclass(slots=True)
class Pulse:
    """What a running task and its heartbeat tell each other, across threads; each value is replaced whole."""

    stop: threading.Event = field(default_factory=threading.Event)
    progress: tuple[int, int, str] = (0, 0, "")
    cancelled: bool = False
    lost: bool = False
    concluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningJob(TaskContext):
    """Handed to a task with `takes_context=True`."""

    lease: leases.Lease
    pulse: Pulse

    @property
    def job_id(self) -> UUID:
        """Return the job's id, by which its progress can be read and its end asked for."""
        return self.lease.job_id

    def report(self, done: int, total: int = 0, note: str = "") -> None:
        """Tell how far the work is; costs next to nothing, for the heartbeat writes it within a second."""
        self.pulse.progress = (done, total, note[:200])

    def check(self) -> None:
        """Raise Cancelled, Stopping or LeaseLost when the work should not go on; costs next to nothing."""
        if self.pulse.concluded:
            return
        if self.pulse.lost:
            raise LeaseLost(str(self.job_id))
        if self.pulse.cancelled:
            raise Cancelled(str(self.job_id))
        if self.pulse.stop.is_set():
            raise Stopping(str(self.job_id))

    @contextmanager
    def concluding(self, result: object = None) -> Iterator[None]:
        """Write the last effects and finish the job in one transaction: both stand or neither does.

        Compute first: on SQLite everyone else's writing waits for this block. Raises LeaseLost, and keeps
        nothing, when another worker has taken the job over.
        """
        with transaction.atomic():
            yield
            leases.succeed(self.lease, result=result, progress=self.pulse.progress)
        self.pulse.concluded = True
