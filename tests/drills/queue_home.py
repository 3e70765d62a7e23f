"""Run by the drills in processes of their own, one function by name, on the home that PROXENY_HOME names."""

import json
import os
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proxeny.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from proxeny.core.actors import Actor  # noqa: E402
from proxeny.core.models import Job  # noqa: E402
from proxeny.core.queue import RunningJob, leases, task  # noqa: E402
from proxeny.core.queue.cancelling import request_cancel  # noqa: E402

# A killed worker's job is free again after this; set before the heartbeat takes its rhythm from it.
leases.LEASE = timedelta(seconds=2)

from proxeny.core.queue import worker  # noqa: E402
from tests.core import chores  # noqa: E402


@task(takes_context=True, most_attempts=20)
def slow_mark(context: RunningJob, number: int) -> None:
    time.sleep(0.02)
    with context.concluding():
        chores.leave_mark(number)


@task(takes_context=True)
def long_count(context: RunningJob) -> None:
    done = 0
    while not (Path(os.environ["PROXENY_HOME"]) / "enough").exists():
        time.sleep(0.1)
        done += 1
        context.report(done, note="counting")
        context.check()


def prepare_long() -> None:
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    long_count.enqueue()


def look() -> None:
    sys.stdout.write(
        json.dumps(Job.objects.values("status", "attempt", "done").get(task__endswith="long_count"))
    )


def cancel() -> None:
    request_cancel(Job.objects.get(task__endswith="long_count").pk, by=Actor.system("drill"))


def prepare(count: int) -> None:
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    with transaction.atomic():
        for number in range(count):
            slow_mark.enqueue(number)


def work() -> None:
    sys.stdout.write("working\n")
    sys.stdout.flush()
    worker.run(threading.Event())


def report() -> None:
    jobs = Job.objects.filter(task__endswith="slow_mark")
    sys.stdout.write(
        json.dumps(
            {
                "unfinished": jobs.filter(finished_at=None).count(),
                "successful": jobs.filter(status=Job.Status.SUCCESSFUL).count(),
                "begun_again": jobs.filter(attempt__gt=1).count(),
                "marks": chores.marks(),
            }
        )
    )


if __name__ == "__main__":
    # The tasks are named by this module's importable name, not by `__main__`.
    from tests.drills import queue_home

    getattr(queue_home, sys.argv[1])(*map(int, sys.argv[2:]))
