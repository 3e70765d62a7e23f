"""Importing in the background: started, watched and stopped by people.

A job carries the rights of who asked for it, as they are when it runs: what somebody may no longer do, their
job does not do either.
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.utils import translation

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.models import Job
from proxeny.core.queue import Cancelled, GiveUp, LeaseLost, RunningJob, Stopping, task
from proxeny.core.queue.cancelling import request_cancel
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, may
from proxeny.intake import concluding, importers, telling
from proxeny.intake.importers import CannotRead
from proxeny.intake.models import Batch

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 3
MAY_NOT = N_("Whoever asked for this may not import any more. Nothing was imported.")
OUR_FAULT = N_("The fault is ours and is on record. Nothing was imported.")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a running batch is: `share` 0 to 1 or None; whether it waits for a worker, was asked to stop.

    A stalled one has a job that ended without the batch ending: its worker was killed again and again.
    """

    share: float | None = None
    waits: bool = False
    stops: bool = False
    stalled: bool = False


def start(batch: Batch, *, by: Actor) -> Batch:
    """Have the worker import the batch in the name of `by`; one that was started already stays as it is."""
    with transaction.atomic():
        waiting = Batch.objects.select_for_update().get(pk=batch.pk)
        if waiting.state != Batch.State.UPLOADED and not standing(waiting).stalled:
            return waiting
        day = clock.today().isoformat() if clock.is_moved() else ""
        job = run_batch.enqueue(waiting.pk, by.reference, day)
        waiting.state, waiting.job, waiting.by = Batch.State.RUNNING, UUID(job.id), by.reference
        waiting.started_at, waiting.finished_at, waiting.reason = clock.now(), None, ""
        waiting.save(update_fields=["state", "job", "by", "started_at", "finished_at", "reason"])
    return waiting


def stop(batch: Batch, *, by: Actor) -> None:
    """Ask the import to end; nothing of it will stand. One that has ended meanwhile stays as it ended."""
    if batch.job is None:
        return
    request_cancel(batch.job, by=by)
    # A job that waited, or had died, is over now and tells nobody; a running one ends its batch itself.
    if Job.objects.filter(pk=batch.job, status__in=[Job.Status.CANCELLED, Job.Status.FAILED]).exists():
        concluding.cancel(batch)


def standing(batch: Batch) -> Standing:
    """Return how far the batch is."""
    return standings([batch]).get(batch.pk, Standing())


def standings(batches: Iterable[Batch]) -> dict[int, Standing]:
    """Return how far each running batch among `batches` is, by its number."""
    running = {one.job: one.pk for one in batches if one.state == Batch.State.RUNNING and one.job}
    return {
        running[job.pk]: Standing(
            share=job.share,
            waits=job.status == Job.Status.READY,
            stops=job.cancel_requested_at is not None,
            stalled=job.status in (Job.Status.FAILED, Job.Status.CANCELLED),
        )
        for job in Job.objects.filter(pk__in=running)
    }


@task(most_attempts=MOST_ATTEMPTS, takes_context=True)
def run_batch(context: RunningJob, batch_id: int, actor_reference: str, on: str = "") -> None:
    """Import a batch in the name of who asked, on their day; delivered once more, it does nothing."""
    batch = Batch.objects.get(pk=batch_id)
    if batch.state != Batch.State.RUNNING:
        return
    actor = _asking(actor_reference)
    language = actor.language if actor else settings.LANGUAGE_CODE
    with clock.on(date.fromisoformat(on) if on else None), translation.override(language):
        try:
            if actor is None or not may(actor, Area.IMPORTS, write=True):
                concluding.fail(batch, Sentence(MAY_NOT))
            else:
                _import(context, batch, actor)
        finally:
            telling.ended(batch.pk)


def _asking(reference: str) -> Actor | None:
    """Return who asked, with the roles held now; None for those who have left."""
    kind, key = Reference.parse(reference)
    with suppress(Staff.DoesNotExist, ValueError):
        return Staff.objects.get(pk=key, is_active=True).actor if kind == "staff" else None
    return None


def _import(job: RunningJob, batch: Batch, actor: Actor) -> None:
    def progress(done: int, total: int) -> None:
        job.report(done, total)
        job.check()

    try:
        importers.importer_of(batch.kind).run(batch, by=actor, progress=progress)
    except CannotRead as error:
        concluding.fail(batch, error.why)
    except Cancelled:
        concluding.cancel(batch)
        raise
    except (Stopping, LeaseLost, OperationalError, InterfaceError):
        # Tried again, or held by another worker already: an importer that tidied up must not have ended it.
        _keep_running(batch)
        raise
    except Exception as error:
        concluding.fail(batch, Sentence(OUR_FAULT))
        raise GiveUp(f"batch {batch.pk}: {error!r}") from error


def _keep_running(batch: Batch) -> None:
    ended = Batch.objects.filter(pk=batch.pk, state__in=[Batch.State.CANCELLED, Batch.State.FAILED])
    ended.update(state=Batch.State.RUNNING, finished_at=None, reason="")
