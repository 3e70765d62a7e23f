from dataclasses import dataclass

from proxeny.core import clock, outbox
from proxeny.core.models import OutboxEvent
from proxeny.core.queue import GiveUp, RunningJob, progress, task

ran: list[object] = []


@dataclass(frozen=True)
class Rang(outbox.Event):
    times: int


def leave_mark(number: int) -> None:
    OutboxEvent.objects.create(
        kind="mark", payload={"number": number}, at=clock.machine_now(), delivered_at=clock.machine_now()
    )


def marks() -> list[int]:
    return sorted(mark.payload["number"] for mark in OutboxEvent.objects.filter(kind="mark"))


@task
def add(left: int, right: int) -> int:
    ran.append((left, right))
    return left + right


@task(most_attempts=2)
def stumble(words: str) -> None:
    raise RuntimeError(words)


@task
def refuse(words: str) -> None:
    raise GiveUp(words)


@task(takes_context=True)
def mark(context: RunningJob, number: int) -> None:
    with context.concluding():
        leave_mark(number)


@task(takes_context=True)
def mark_then_stumble(context: RunningJob, number: int) -> None:
    with context.concluding():
        leave_mark(number)
        raise RuntimeError("the effect must go with the finish")


@task(takes_context=True)
def count(context: RunningJob, to: int) -> None:
    for done in range(to):
        progress.report(context, done + 1, to, "counting")
        progress.check(context)


@task
def tick() -> None:
    ran.append("tick")


@task(dedupe="tick-once")
def tick_once() -> None:
    ran.append("tick once")
