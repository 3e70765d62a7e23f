"""Settling how a batch is to be read, before it is imported: nothing else changes by it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from proxeny.core.actors import Actor
from proxeny.intake import concluding, receiving
from proxeny.intake.models import Batch


def settle(
    batch: Batch,
    *,
    kind: str,
    preset: str = "",
    mapping: Mapping[str, str] | None = None,
    options: Mapping[str, Any] | None = None,
) -> Batch:
    """Keep how the batch's file is to be read. One that was started meanwhile stays as it is."""
    chosen = {
        "kind": Batch.Kind(kind),
        "preset": preset,
        "mapping": dict(mapping or {}),
        "options": dict(options or {}),
    }
    if Batch.objects.filter(pk=batch.pk, state=Batch.State.UPLOADED).update(**chosen):
        for name, value in chosen.items():
            setattr(batch, name, value)
    return batch


def put_away(batch: Batch) -> None:
    """Decide against a batch that was not started: it stays in the list as cancelled, its file is removed."""
    with transaction.atomic():
        waiting = Batch.objects.select_for_update().get(pk=batch.pk)
        if waiting.state != Batch.State.UPLOADED:
            return
        concluding.cancel(waiting)
        path = receiving.path_of(waiting)
        transaction.on_commit(lambda: path.unlink(missing_ok=True))


def once_more(batch: Batch, *, by: Actor, options: Mapping[str, Any] | None = None) -> Batch:
    """Open a new batch for the file of an old one, read the same way but for `options`.

    Raises FileNotFoundError where the file was removed.
    """
    with receiving.path_of(batch).open("rb") as file:
        anew = receiving.receive(file, batch.file_name, Batch.Kind(batch.kind), by=by)
    chosen = {**batch.options, **(options or {})}
    return settle(anew, kind=batch.kind, preset=batch.preset, mapping=batch.mapping, options=chosen)
