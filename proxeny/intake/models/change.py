"""What a batch did to a row, so that it can be taken back."""

from django.db import models

from proxeny.intake.models.batch import Batch


class RowChange(models.Model):
    """One row made (`before` is empty) or changed by a batch; `subject` is its reference."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="changes")
    subject = models.CharField(max_length=160)
    before = models.JSONField(null=True)
    after = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["subject"], name="changes_by_subject")]
