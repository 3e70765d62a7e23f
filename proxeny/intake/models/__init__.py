"""Batches: what was imported, from which file, by whom, and how to take it back."""

from proxeny.intake.models.batch import Batch
from proxeny.intake.models.change import RowChange

__all__ = ["Batch", "RowChange"]
