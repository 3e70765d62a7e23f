"""The leased queue as a backend of Django's tasks interface."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import BooleanField, ExpressionWrapper, F, Q, Value
from django.db.models.functions import Greatest, Least
from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError
from django_tasks.exceptions import InvalidTaskError, TaskResultDoesNotExist
from django_tasks.utils import normalize_json

from proxeny.core import clock
from proxeny.core.models import Job
from proxeny.core.queue.tasks import LeasedTask

P = ParamSpec("P")
T = TypeVar("T")

_STATUS = {
    Job.Status.READY: TaskResultStatus.READY,
    Job.Status.RUNNING: TaskResultStatus.RUNNING,
    Job.Status.SUCCESSFUL: TaskResultStatus.SUCCESSFUL,
    Job.Status.FAILED: TaskResultStatus.FAILED,
    Job.Status.CANCELLED: TaskResultStatus.FAILED,
}


class LeasedQueue(BaseTaskBackend):
    """Jobs are rows of the application database; enqueueing joins the transaction it is called in."""

    task_class = LeasedTask
    supports_defer = True
    supports_async_task = False
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[P, T], args: Any, kwargs: Any) -> TaskResult[T]:
        """Keep a job for `task`; for a `dedupe` key or `slot` that is taken, return the job that stands."""
        self.validate_task(task)
        if not isinstance(task, LeasedTask):
            raise InvalidTaskError(
                f"{task.module_path}: tasks of this queue are made with proxeny.core.queue.task"
            )
        return result_of(_insert(task, normalize_json(args), normalize_json(kwargs)), task)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """Return what is known of a job, or raise TaskResultDoesNotExist."""
        try:
            job = Job.objects.get(pk=result_id)
        except (Job.DoesNotExist, ValidationError) as error:
            raise TaskResultDoesNotExist(result_id) from error
        return result_of(job, task_named(job.task))


def task_named(path: str) -> LeasedTask[Any, Any]:
    """Return the task that the dotted `path` names; raises ImportError when there is none."""
    found = import_string(path)
    if isinstance(found, LeasedTask):
        return found
    raise ImportError(f"{path} is not a task")


def result_of(job: Job, task: LeasedTask[P, T]) -> TaskResult[T]:
    """Return the job as Django's interface shows it."""
    result: TaskResult[T] = TaskResult(
        task=task,
        id=str(job.pk),
        status=_STATUS[Job.Status(job.status)],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        last_attempted_at=job.last_attempted_at,
        finished_at=job.finished_at,
        args=job.args,
        kwargs=job.kwargs,
        backend=task.backend,
        errors=[TaskError(exception_class_path=job.error_class, traceback=job.error)]
        if job.error_class
        else [],
        worker_ids=[job.worker] * job.attempt,
    )
    # The interface keeps the value out of the constructor and its class is frozen.
    object.__setattr__(result, "_return_value", job.result)
    return result


def _insert(task: LeasedTask[..., Any], args: list[Any], kwargs: dict[str, Any]) -> Job:
    now = clock.machine_now()
    run_after = task.run_after or now

    def create() -> Job:
        return Job.objects.create(
            task=task.module_path,
            args=args,
            kwargs=kwargs,
            queue_name=task.queue_name,
            priority=task.priority,
            dedupe=task.dedupe,
            slot=task.slot,
            most_attempts=task.most_attempts,
            run_after=run_after,
            enqueued_at=now,
        )

    return _once(task, run_after, create) if task.dedupe or task.slot else create()


def _once(task: LeasedTask[..., Any], run_after: datetime, create: Callable[[], Job]) -> Job:
    for _ in range(5):
        try:
            with transaction.atomic():
                return create()
        except IntegrityError:
            if standing := _standing(task, run_after):
                return standing
    raise InvalidTaskError(
        f"{task.module_path}: the key {task.dedupe or task.slot!r} could not be taken nor found taken"
    )


def _standing(task: LeasedTask[..., Any], run_after: datetime) -> Job | None:
    """Return the job that holds the key, made to answer for this request too; None if it has just ended.

    The row is written even where nothing changes: on PostgreSQL its lock keeps a worker from taking a waiting
    job before the caller's transaction is visible, and keeps a running one from finishing without seeing that
    it is wanted again.
    """
    if task.slot and (filled := Job.objects.filter(slot=task.slot).first()):
        return filled
    if not task.dedupe:
        return None
    unfinished = Job.objects.filter(dedupe=task.dedupe, finished_at=None)
    touched = unfinished.update(
        wanted_again=ExpressionWrapper(Q(status=Job.Status.RUNNING), BooleanField()),
        run_after=Least(F("run_after"), Value(run_after)),
        priority=Greatest(F("priority"), Value(task.priority)),
    )
    return unfinished.first() if touched else None
