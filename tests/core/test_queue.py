import threading
from datetime import timedelta

import pytest
from django.db import transaction

from proxeny.core import clock, outbox
from proxeny.core.actors import Actor
from proxeny.core.models import Job
from proxeny.core.queue import LeaseLost, TaskResultDoesNotExist, TaskResultStatus, leases, worker
from proxeny.core.queue.cancelling import request_cancel, run_again
from proxeny.core.queue.heartbeat import Heartbeat
from proxeny.core.queue.leases import Lease
from proxeny.core.queue.pruning import prune
from proxeny.core.queue.running import Pulse
from tests.core import chores

pytestmark = pytest.mark.django_db
PERSON = Actor("staff:1", "Lin", staff_id=1)


@pytest.fixture(autouse=True)
def _forget() -> None:
    chores.ran.clear()


def only_job() -> Job:
    return Job.objects.get()


def let_the_pause_pass() -> None:
    Job.objects.filter(status=Job.Status.READY).update(run_after=clock.machine_now() - timedelta(seconds=1))


def let_the_lease_run_out() -> None:
    Job.objects.filter(status=Job.Status.RUNNING).update(
        lease_until=clock.machine_now() - timedelta(seconds=1)
    )


@transaction.atomic
def leave_mark_and_finish(lease: Lease) -> None:
    chores.leave_mark(1)
    leases.succeed(lease)


def test_a_job_runs_and_its_result_can_be_read() -> None:
    asked = chores.add.enqueue(2, right=3)
    assert worker.drain() == 1
    result = chores.add.get_result(asked.id)
    assert result.return_value == 5
    assert result.status == TaskResultStatus.SUCCESSFUL


def test_an_unknown_result_is_said_to_be_unknown() -> None:
    with pytest.raises(TaskResultDoesNotExist):
        chores.add.get_result("no-such-job")


def test_a_job_is_not_kept_when_its_transaction_is_rolled_back() -> None:
    with transaction.atomic():
        chores.add.enqueue(1, 1)
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_the_more_urgent_job_runs_first_and_a_deferred_one_waits() -> None:
    chores.add.enqueue(1, 0)
    chores.add.using(priority=5).enqueue(2, 0)
    chores.add.using(run_after=clock.machine_now() + timedelta(hours=1)).enqueue(3, 0)
    assert worker.drain() == 2
    assert chores.ran == [(2, 0), (1, 0)]


def test_a_failing_job_is_tried_again_and_then_parked_with_its_reason() -> None:
    asked = chores.stumble.enqueue("over postgres://lin:hunter2@db/x with token=abc123")
    assert worker.drain() == 1
    assert only_job().status == Job.Status.READY
    assert only_job().run_after > clock.machine_now()
    let_the_pause_pass()
    worker.drain()
    parked = only_job()
    assert (parked.status, parked.attempt) == (Job.Status.FAILED, 2)
    assert "over postgres://lin:…@db" in parked.error
    assert "hunter2" not in parked.error
    assert "abc123" not in parked.error
    assert chores.stumble.get_result(asked.id).errors[0].exception_class is RuntimeError


def test_pauses_grow_and_are_bounded() -> None:
    assert [leases.pause_after(attempt).total_seconds() for attempt in (1, 2, 3, 4, 5, 50)] == [
        2,
        8,
        32,
        128,
        512,
        600,
    ]


def test_a_hopeless_job_is_parked_at_once_and_can_be_tried_again_by_a_person() -> None:
    asked = chores.refuse.enqueue("the file is empty")
    worker.drain()
    assert (only_job().status, only_job().error) == (Job.Status.FAILED, "the file is empty")
    assert run_again(asked.id)
    worker.drain()
    assert only_job().attempt == 2


def test_a_job_whose_task_is_gone_is_not_lost() -> None:
    chores.add.enqueue(1, 1)
    Job.objects.update(task="tests.core.chores.gone")
    worker.drain()
    assert only_job().status == Job.Status.READY
    assert "gone" in only_job().error


def test_the_effect_stands_and_falls_with_the_finish() -> None:
    chores.mark.enqueue(1)
    chores.mark_then_stumble.enqueue(2)
    worker.drain()
    assert chores.marks() == [1]
    assert sorted(Job.objects.values_list("status", flat=True)) == [Job.Status.READY, Job.Status.SUCCESSFUL]


def test_a_worker_that_comes_back_after_its_lease_cannot_write() -> None:
    chores.mark.enqueue(1)
    first = leases.claim("first")
    let_the_lease_run_out()
    second = leases.claim("second")
    assert (first.attempt, second.attempt) == (1, 2)
    with pytest.raises(LeaseLost):
        leave_mark_and_finish(Lease(first.pk, first.attempt))
    assert chores.marks() == []
    leases.succeed(Lease(second.pk, second.attempt))
    assert only_job().worker == "second"


def test_a_running_job_is_not_taken_from_a_worker_that_lives() -> None:
    chores.add.enqueue(1, 1)
    assert leases.claim("first")
    assert leases.claim("second") is None


def test_a_job_that_kills_its_workers_is_parked() -> None:
    chores.stumble.enqueue("never reached")
    for _ in range(2):
        assert leases.claim("doomed")
        let_the_lease_run_out()
    assert leases.claim("third") is None
    assert only_job().status == Job.Status.FAILED
    assert "2 times" in only_job().error


def test_asking_twice_for_the_same_work_is_asking_once() -> None:
    first = chores.add.using(dedupe="sum", run_after=clock.machine_now() + timedelta(days=1)).enqueue(1, 1)
    second = chores.add.using(dedupe="sum", priority=7).enqueue(1, 1)
    assert first.id == second.id
    assert only_job().priority == 7
    assert worker.drain() == 1, "the earlier of the two moments counts"
    assert chores.add.using(dedupe="sum").enqueue(1, 1).id != first.id


def test_work_asked_for_while_it_runs_is_done_once_more() -> None:
    chores.add.using(dedupe="sum").enqueue(1, 1)
    running = leases.claim("worker")
    for _ in range(2):
        chores.add.using(dedupe="sum").enqueue(1, 1)
    assert Job.objects.count() == 1
    leases.succeed(Lease(running.pk, running.attempt))
    assert worker.drain() == 1
    assert Job.objects.filter(status=Job.Status.SUCCESSFUL).count() == 2


def test_a_waiting_job_is_cancelled_at_once_and_an_ended_one_no_more() -> None:
    asked = chores.add.enqueue(1, 1)
    assert request_cancel(asked.id, by=PERSON)
    assert (only_job().status, only_job().cancel_requested_by) == (Job.Status.CANCELLED, "staff:1")
    assert worker.drain() == 0
    assert not request_cancel(asked.id, by=PERSON)


def test_a_running_job_ends_at_its_next_look() -> None:
    asked = chores.count.enqueue(3)
    job = leases.claim("worker")
    pulse = Pulse()
    assert request_cancel(asked.id, by=PERSON)
    Heartbeat(Lease(job.pk, job.attempt), pulse).beat()
    assert pulse.cancelled
    let_the_lease_run_out()
    assert leases.claim("another") is None
    assert only_job().status == Job.Status.CANCELLED


def test_a_closing_worker_gives_its_job_back_uncounted() -> None:
    chores.count.enqueue(3)
    closing = threading.Event()
    closing.set()
    worker.work_one("closing", closing)
    job = only_job()
    assert (job.status, job.most_attempts - job.attempt) == (Job.Status.READY, 5)
    assert worker.drain() == 1
    assert only_job().status == Job.Status.SUCCESSFUL


def test_progress_is_carried_out_by_the_heartbeat_and_kept_at_the_end() -> None:
    chores.count.enqueue(4)
    job = leases.claim("worker")
    pulse = Pulse()
    heartbeat = Heartbeat(Lease(job.pk, job.attempt), pulse)
    pulse.progress = (1, 4, "counting")
    heartbeat.beat()
    assert only_job().share == 0.25
    let_the_lease_run_out()
    worker.drain()
    assert (only_job().done, only_job().total, only_job().note) == (4, 4, "counting")


def test_a_heartbeat_notices_that_the_job_was_taken_over() -> None:
    chores.count.enqueue(4)
    job = leases.claim("worker")
    pulse = Pulse()
    Heartbeat(Lease(job.pk, attempt=job.attempt - 1), pulse).beat()
    assert pulse.lost


def test_the_worker_delivers_events_before_it_works() -> None:
    outbox.subscribe(chores.Rang, chores.ran.append)
    with transaction.atomic():
        outbox.publish(chores.Rang(times=2))
        chores.add.enqueue(1, 1)
    assert worker.step("worker")
    assert chores.ran[:2] == [{"times": 2}, (1, 1)]


def test_what_is_long_over_is_forgotten() -> None:
    chores.add.enqueue(1, 1)
    chores.add.enqueue(2, 2)
    worker.drain()
    old = Job.objects.first()
    Job.objects.filter(pk=old.pk).update(finished_at=clock.machine_now() - timedelta(days=31))
    assert prune.call() == 1
    assert Job.objects.count() == 1
