import threading
from typing import Self

import pytest
from django.db import connection, transaction

from proxeny.core.models import Job
from proxeny.core.queue import leases
from proxeny.core.queue.leases import Lease
from tests.core import chores

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one transaction write at a time"
    ),
]


class Asker:
    """Somebody who asks for the work in a transaction that is still open."""

    def __init__(self) -> None:
        self.has_asked, self.may_commit = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self.ask)

    def ask(self) -> None:
        try:
            with transaction.atomic():
                chores.add.using(dedupe="sum").enqueue(1, 1)
                self.has_asked.set()
                self.may_commit.wait(20)
        finally:
            connection.close()

    def __enter__(self) -> Self:
        self.thread.start()
        assert self.has_asked.wait(20)
        return self

    def __exit__(self, *_: object) -> None:
        self.may_commit.set()
        self.thread.join()


def test_a_waiting_job_is_not_taken_before_what_it_was_asked_for_can_be_seen() -> None:
    chores.add.using(dedupe="sum").enqueue(1, 1)
    with Asker():
        assert leases.claim("early") is None
    assert leases.claim("in time")
    assert Job.objects.count() == 1


def test_a_running_job_that_ends_meanwhile_is_done_once_more() -> None:
    chores.add.using(dedupe="sum").enqueue(1, 1)
    running = leases.claim("worker")
    assert running
    with Asker() as asker:
        threading.Timer(0.3, asker.may_commit.set).start()
        leases.succeed(Lease(running.pk, running.attempt))
    assert sorted(Job.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]


def test_two_workers_never_claim_the_same_job() -> None:
    for number in range(40):
        chores.add.enqueue(number, 0)
    claimed: list[tuple[str, str]] = []

    def work(name: str) -> None:
        while job := leases.claim(name):
            claimed.append((str(job.pk), name))
        connection.close()

    workers = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    assert len({job for job, _ in claimed}) == len(claimed) == 40
