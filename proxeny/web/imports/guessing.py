"""Guessing what a file is, where nobody said: the kind whose fields it serves best."""

from copy import copy

from proxeny.intake import importers
from proxeny.intake.importers import CannotRead
from proxeny.intake.models import Batch

A_FEW = 5


def kind_of(batch: Batch) -> Batch.Kind:
    """Return the kind that takes most of the file's columns and misses least; the batch's own where none."""
    fits = {kind: _fit(batch, kind) for kind in importers.kinds()}
    return max(fits, key=lambda kind: fits[kind], default=Batch.Kind(batch.kind))


def _fit(batch: Batch, kind: Batch.Kind) -> tuple[bool, int, int]:
    as_if = copy(batch)
    as_if.kind, as_if.preset, as_if.mapping, as_if.options = kind, "", {}, {}
    try:
        preview = importers.importer_of(kind).preview(as_if, A_FEW)
    except CannotRead:
        return False, -1000, 0
    taken = {column for column in preview.mapping.values() if column}
    wrong = sum(1 for _number, _cells, reasons in preview.rows if reasons)
    return not preview.missing and bool(taken), len(taken) - len(preview.missing), -wrong
