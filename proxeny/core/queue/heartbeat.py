"""The heartbeat: while a task works, a thread extends the lease, carries progress out and wishes in."""

import logging
import threading
from time import monotonic
from types import TracebackType
from typing import Any, Self

from django.db import DatabaseError, InterfaceError, connection

from proxeny.core import clock
from proxeny.core.queue.leases import LEASE, Lease
from proxeny.core.queue.running import Pulse

log = logging.getLogger(__name__)
BEAT = 0.5
EXTEND_EVERY = LEASE.total_seconds() / 4


class Heartbeat:
    """Keeps a lease alive within the block.

    It has a database connection of its own, opened at the first beat: short work needs none.
    """

    def __init__(self, lease: Lease, pulse: Pulse, beat: float = BEAT) -> None:
        self._lease, self._pulse, self._beat_every = lease, pulse, beat
        self._ended = threading.Event()
        self._written = pulse.progress
        self._extend_at = monotonic() + EXTEND_EVERY
        self._thread = threading.Thread(target=self._run, name=f"heartbeat-{lease.job_id}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._ended.wait(self._beat_every):
                try:
                    self.beat()
                except (DatabaseError, InterfaceError) as error:
                    # SQLite may be locked by a long write of the task itself; the next beat comes soon
                    # enough.
                    log.debug("heartbeat of job %s missed: %s", self._lease.job_id, error)
                    connection.close()
        finally:
            connection.close()

    def beat(self) -> None:
        """Write what has changed, and see whether the job is still ours and still wanted."""
        changes = self._changes()
        if changes:
            self._lease.held().update(**changes)
        row = self._lease.held().values("cancel_requested_at").first()
        if row is None:
            self._pulse.lost = True
        elif row["cancel_requested_at"]:
            self._pulse.cancelled = True

    def _changes(self) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        if monotonic() >= self._extend_at:
            changes["lease_until"] = clock.machine_now() + LEASE
            self._extend_at = monotonic() + EXTEND_EVERY
        if (progress := self._pulse.progress) != self._written:
            changes |= dict(zip(("done", "total", "note"), progress, strict=True))
            self._written = progress
        return changes
