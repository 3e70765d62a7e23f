"""The importer of this package, and how its batches are taken back."""

from proxeny.cases.importing.importer import CASES
from proxeny.cases.importing.taking_back import take_back
from proxeny.intake import importers, undoing


def register() -> None:
    """Offer the importer to the faces."""
    importers.register(CASES.kind, CASES)
    undoing.register(CASES.kind, take_back)
