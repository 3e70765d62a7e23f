"""How a batch ends: done with a report, failed with a reason, cancelled."""

from typing import Any

from django.db import connection

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import Sentence
from proxeny.intake.events import Kind
from proxeny.intake.models import Batch
from proxeny.ledger import appending

MOST_ERRORS_KEPT = 1000
ENDED = (Batch.State.DONE, Batch.State.UNDONE)


def begin(batch: Batch) -> None:
    """Mark the batch as running."""
    Batch.objects.filter(pk=batch.pk).update(state=Batch.State.RUNNING, started_at=clock.now(), reason="")


def conclude(batch: Batch, report: dict[str, Any], *, by: Actor, bad_rows_path: str = "") -> Batch:
    """Make the batch done, in the transaction that makes its rows visible; its report is the document that is printed."""
    if not connection.in_atomic_block:
        raise RuntimeError("a batch is concluded in the transaction that makes its rows visible")
    # A worker that lost its lease may come back while another has finished the same batch: the rows must not count twice.
    if not Batch.objects.filter(pk=batch.pk).exclude(state__in=ENDED).update(state=Batch.State.DONE):
        raise RuntimeError(f"batch {batch.pk} has ended already; nothing of this run stands")
    batch.state, batch.finished_at, batch.bad_rows_path = Batch.State.DONE, clock.now(), bad_rows_path
    batch.report = {**report, "errors": report.get("errors", [])[:MOST_ERRORS_KEPT]}
    batch.save()
    rows = report["rows"]
    appending.append(
        Kind.IMPORTED,
        about=[batch.record],
        by=by,
        file=batch.file_name,
        sha256=batch.sha256,
        batch_kind=batch.kind,
        good=rows["good"],
        bad=rows["bad"],
        aside=rows["aside"],
        sums=report.get("sums", {}),
    )
    return batch


def fail(batch: Batch, reason: Sentence | str) -> None:
    """Record why nothing was imported; text that is no sentence is read by everybody as it is."""
    kept = reason.as_json() if isinstance(reason, Sentence) else reason
    Batch.objects.filter(pk=batch.pk).update(state=Batch.State.FAILED, finished_at=clock.now(), reason=kept)


def cancel(batch: Batch) -> None:
    """Record that a person stopped the import, or decided against it; nothing of it stands."""
    Batch.objects.filter(pk=batch.pk).exclude(state__in=[Batch.State.DONE, Batch.State.UNDONE]).update(
        state=Batch.State.CANCELLED, finished_at=clock.now()
    )


def document(batch: Batch, report: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the document of a batch; the command line prints it as `saying.said` words it."""
    return {
        "batch": batch.pk,
        "kind": batch.kind,
        **(report if report is not None else batch.report),
        "undone": batch.state == Batch.State.UNDONE,
    }
