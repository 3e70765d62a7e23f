"""Loading the vendor in the background, for somebody who watches: begun, seen, stopped, gone on with."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation

from proxeny.core.actors import Actor
from proxeny.core.models import Job
from proxeny.core.queue import RunningJob, task
from proxeny.core.queue.cancelling import request_cancel
from proxeny.demo import loading
from proxeny.demo.steps import STEPS, Step
from proxeny.identity import adding
from proxeny.identity.access import NotFound, staff_for
from proxeny.identity.roles import Role

PARTS = 100
"""Each step is reported in so many parts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a load is: which step is being done (from 0), how much of all is; what became of it."""

    step: int = 0
    share: float = 0.0
    waits: bool = False
    stops: bool = False
    failed: bool = False
    stopped: bool = False

    @property
    def goes_on(self) -> bool:
        """Tell whether it waits or runs."""
        return not (self.failed or self.stopped)


def may_load(actor: Actor) -> bool:
    """Tell whether the actor may load the vendor here, or go on with a load: its people are added, owners among them."""
    may_add = actor.staff_id is not None and actor.holds(Role.OWNER)
    is_begun = loading.began_on() is not None
    return may_add and (not loading.is_complete() if is_begun else loading.may_begin())


def begin(*, by: Actor) -> None:
    """Have the worker load the vendor; who asks becomes a lead, or they could answer nothing on the docket.

    While it is being loaded nothing happens. Raises NotFound for those who may not.
    """
    if not may_load(by) or by.staff_id is None:
        raise NotFound("demo")
    with transaction.atomic():
        adding.grant(staff_for(by, by.staff_id, write=True), Role.LEAD, by=by)
        if (now := standing()) is None or not now.goes_on:
            load_demo.enqueue(by.language)


def stop(*, by: Actor) -> None:
    """Ask the load to end; what stands stays, and it can be gone on with. Raises NotFound for those who may not."""
    if not may_load(by):
        raise NotFound("demo")
    if job := _job():
        request_cancel(job.pk, by=by)


def standing() -> Standing | None:
    """Return how far the last load is; None where none was asked for, or it is complete."""
    job = _job()
    if job is None or job.status == Job.Status.SUCCESSFUL or loading.is_complete():
        return None
    return Standing(
        step=min(job.done // PARTS, len(STEPS) - 1),
        share=job.share or 0.0,
        waits=job.status == Job.Status.READY and job.attempt == 0,
        stops=job.cancel_requested_at is not None,
        failed=job.status == Job.Status.FAILED,
        stopped=job.status == Job.Status.CANCELLED,
    )


@task(takes_context=True, dedupe="demo", most_attempts=3)
def load_demo(context: RunningJob, language: str) -> None:
    """Load the vendor; delivered once more, it goes on where it was."""
    begun = 0

    def report(number: int, _step: Step) -> None:
        nonlocal begun
        begun = (number - 1) * PARTS
        progress(0, 0)

    def progress(done: int, total: int) -> None:
        part = min(PARTS - 1, done * PARTS // total) if total else 0
        context.report(begun + part, len(STEPS) * PARTS)
        context.check()

    with translation.override(language):
        loading.load(report, progress)


def _job() -> Job | None:
    return Job.objects.filter(task=load_demo.module_path).order_by("-enqueued_at").first()
