"""One import of one file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.core.references import Reference
from proxeny.core.sentences import spoken


class Batch(models.Model):
    """An import: all of it stands, or nothing of it.

    A batch starts as `uploaded` (the file is kept, its first rows can be looked at), is `running` while it is read, and ends
    as `done`, `failed` or `cancelled`; a done one can become `undone`. `report` is the document that the command line prints;
    its errors and notes, and `reason`, are stored sentences, or plain text in batches of before.
    """

    class Kind(models.TextChoices):
        """What the rows of the file are."""

        ACCOUNTS = "accounts", _("Accounts")
        PEOPLE = "people", _("Contacts")
        CONTRACTS = "contracts", _("Contracts")
        USAGE = "usage", _("Consumption")
        CASES = "cases", _("Cases")

    class State(models.TextChoices):
        """How far the batch has come."""

        UPLOADED = "uploaded", _("waits for you")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")
        UNDONE = "undone", _("taken back")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.UPLOADED)
    file_name = models.CharField(max_length=255)
    file_path = models.CharField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    size = models.BigIntegerField(default=0)
    preset = models.CharField(max_length=40, blank=True)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    reason = models.JSONField(default=str, blank=True)
    bad_rows_path = models.CharField(max_length=500, blank=True)
    job = models.UUIDField(null=True)
    by = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=120, blank=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    @property
    def why(self) -> str:
        """Why nothing was imported, in the language in force; empty where there is no reason."""
        return spoken(self.reason)

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("batch", str(self.pk))
