"""Progress and cancelling for verbs that run in the queue and at the command line alike.

Such a verb takes `job: Progress | None`: the `RunningJob`, whatever draws a bar at the command line, or None.
"""

from contextlib import AbstractContextManager
from typing import Protocol

from django.db import transaction

from proxeny.core.queue.running import RunningJob


class Progress(Protocol):
    """Something that hears how far the work is and may stop it."""

    def report(self, done: int, total: int = 0, note: str = "") -> None:
        """Hear how far the work is."""

    def check(self) -> None:
        """Raise when the work should not go on."""


def report(job: Progress | None, done: int, total: int = 0, note: str = "") -> None:
    """Tell `job` that `done` of `total` are done; a total of 0 is not known yet."""
    if job is not None:
        job.report(done, total, note)


def check(job: Progress | None) -> None:
    """Raise Cancelled, Stopping or LeaseLost when the work should not go on."""
    if job is not None:
        job.check()


def concluding(job: Progress | None) -> AbstractContextManager[None]:
    """Return a transaction for the last effects; in the queue it is the one that finishes the job."""
    return job.concluding() if isinstance(job, RunningJob) else transaction.atomic()
