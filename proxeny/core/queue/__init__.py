"""Background work: a leased queue in the application database, behind Django's tasks interface.

    from proxeny.core.queue import RunningJob, task

    @task
    def recount(account_id: int) -> None: ...

    recount.enqueue(17)                              # joins the transaction it is called in
    recount.using(dedupe="recount:17").enqueue(17)   # once, however often it is asked for

Delivery is at least once. Effects written inside `RunningJob.concluding` happen exactly once: they share the
transaction of the finish. Everything from Django's interface is imported here and nowhere else.
"""

from django_tasks import TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from proxeny.core.queue.errors import Cancelled, GiveUp, LeaseLost, Stopping
from proxeny.core.queue.running import RunningJob
from proxeny.core.queue.tasks import LeasedTask, task

__all__ = [
    "Cancelled",
    "GiveUp",
    "LeaseLost",
    "LeasedTask",
    "RunningJob",
    "Stopping",
    "TaskResult",
    "TaskResultDoesNotExist",
    "TaskResultStatus",
    "task",
]
