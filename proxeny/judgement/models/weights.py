"""How much each witness counts, and since when."""

from django.db import models

from proxeny.accounts.models import Account
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Weights(models.Model):
    """That a person set how much each witness counts for a segment of customers; the newest of a segment stands.

    `segment` is a customers' level, empty for those that have none of their own; `points` are whole numbers by the names of
    the witnesses. Without a row, what the witnesses propose themselves counts.
    """

    segment = models.CharField(max_length=12, choices=Account.Level.choices, blank=True)
    points = models.JSONField()
    reason = models.TextField()
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["segment", "-at", "-pk"]
        indexes = [models.Index(fields=["segment", "-at"], name="weights_by_segment")]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("weights", str(self.pk))
