"""What this package registers when it is loaded: its importer, and how its batches are taken back."""

from proxeny.intake import importers
from proxeny.intake.models import Batch
from proxeny.usage import once
from proxeny.usage.importer import UsageImporter

once.watch_pages()
importers.register(Batch.Kind.USAGE, UsageImporter())
