"""The worker: delivers the outbox, enqueues what the schedule says, and works jobs off one at a time."""

import logging
import os
import socket
import threading
from typing import Any

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils.module_loading import autodiscover_modules
from django_tasks.utils import normalize_json

from proxeny.core import outbox
from proxeny.core.models import Job
from proxeny.core.queue import leases, schedule
from proxeny.core.queue.backend import result_of, task_named
from proxeny.core.queue.errors import Cancelled, GiveUp, LeaseLost, Stopping
from proxeny.core.queue.heartbeat import Heartbeat
from proxeny.core.queue.leases import Lease
from proxeny.core.queue.running import Pulse, RunningJob

log = logging.getLogger(__name__)
SHORTEST_POLL, LONGEST_POLL = 0.05, 1.0


def run(stop: threading.Event) -> None:
    """Work until `stop` is set; a running task is asked to stop too, and finishes or goes back to the queue.

    A database that does not answer is waited for.
    """
    autodiscover_modules("schedule")
    pause, name = SHORTEST_POLL, worker_name()
    while not stop.is_set():
        close_old_connections()
        try:
            busy = step(name, stop)
        except (DatabaseError, InterfaceError) as error:
            log.warning("the database does not answer, trying again: %s", error)
            connections.close_all()
            busy = False
        except Exception:
            log.exception("a round of the worker failed, going on")
            busy = False
        pause = SHORTEST_POLL if busy else min(LONGEST_POLL, pause * 2)
        if not busy:
            stop.wait(pause)
    connections.close_all()


def step(name: str, stop: threading.Event | None = None) -> bool:
    """Do one round of the worker's work; tell whether there was any."""
    delivered = outbox.deliver()
    schedule.enqueue_due()
    return work_one(name, stop) or bool(delivered)


def work_one(name: str, stop: threading.Event | None = None) -> bool:
    """Claim one job and work it off; tell whether there was one."""
    job = leases.claim(name)
    if job is None:
        return False
    _work_off(job, stop or threading.Event())
    return True


def drain(most: int = 10_000) -> int:
    """Deliver the outbox and work off all that is due, here and now; return the number of jobs.

    For commands that want the consequences of what they did before they return, and for tests.
    """
    name = worker_name()
    for count in range(most):
        while outbox.deliver():
            pass
        if not work_one(name):
            return count
    return most


def worker_name() -> str:
    """Return the name that this process signs its jobs with."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}"


def _work_off(job: Job, stop: threading.Event) -> None:
    lease, pulse = Lease(job.pk, job.attempt), Pulse(stop=stop)
    log.info("job %s %s: attempt %s", job.pk, job.task, job.attempt)
    try:
        with Heartbeat(lease, pulse):
            value = _call(job, lease, pulse)
        if not pulse.concluded:
            leases.succeed(lease, result=normalize_json(value), progress=pulse.progress)
    except LeaseLost:
        log.warning("job %s %s: another worker has taken it over", job.pk, job.task)
    except Exception as error:  # noqa: BLE001  (whatever a task raises is the job's end, not the worker's)
        _end_early(job, lease, pulse, error)


def _call(job: Job, lease: Lease, pulse: Pulse) -> Any:
    task = task_named(job.task)
    if task.takes_context:
        context = RunningJob(task_result=result_of(job, task), lease=lease, pulse=pulse)
        return task.call(context, *job.args, **job.kwargs)
    return task.call(*job.args, **job.kwargs)


def _end_early(job: Job, lease: Lease, pulse: Pulse, error: Exception) -> None:
    if pulse.concluded:
        log.error("job %s %s: failed after it had concluded", job.pk, job.task, exc_info=error)
        return
    try:
        if isinstance(error, Stopping):
            leases.give_back(lease)
        elif isinstance(error, Cancelled):
            leases.cancel(lease, progress=pulse.progress)
        else:
            parked = leases.fail(lease, error, for_good=isinstance(error, GiveUp), progress=pulse.progress)
            level = logging.ERROR if parked else logging.WARNING
            log.log(
                level,
                "job %s %s: %s",
                job.pk,
                job.task,
                "parked" if parked else "will be tried again",
                exc_info=error,
            )
    except LeaseLost:
        log.warning("job %s %s: another worker has taken it over", job.pk, job.task)
