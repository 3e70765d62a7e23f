"""Taking a batch back, whole."""

from collections.abc import Callable

from django.db import transaction

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.intake.events import Kind
from proxeny.intake.models import Batch
from proxeny.ledger import appending
from proxeny.ledger.reconciling import telling


class CannotUndo(Exception):  # noqa: N818  (it reads as what it says)
    """What a batch made has been built upon since; the text says what stands in the way."""


TakeBack = Callable[[Batch, Actor], None]
_ways: dict[str, TakeBack] = {}


def register(kind: Batch.Kind, take_back: TakeBack) -> None:
    """Tell how a batch of `kind` is taken back; called by the package that imports that kind."""
    _ways[kind] = take_back


def undo(batch: Batch, *, by: Actor) -> Batch:
    """Take back everything the batch did, in one transaction. Doing it twice changes nothing.

    Raises CannotUndo, and leaves all as it is, when something it made was changed or built upon since.
    """
    with transaction.atomic():
        standing = Batch.objects.select_for_update().get(pk=batch.pk)
        if standing.state != Batch.State.DONE:
            return standing
        _ways[standing.kind](standing, by)
        standing.state, standing.undone_at, standing.undone_by = Batch.State.UNDONE, clock.now(), by.reference
        standing.save(update_fields=["state", "undone_at", "undone_by"])
        telling.lay([standing.record], by=by)
        appending.append(Kind.UNDONE, about=[standing.record], by=by, file=standing.file_name)
    return standing
