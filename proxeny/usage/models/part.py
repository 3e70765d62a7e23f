"""The manifest: which files of facts count."""

from django.db import models

from proxeny.intake.models import Batch


class Part(models.Model):
    """One column-wise file of daily facts. Only live parts are read; a file that no row names is swept away after an hour.

    `described` is what the store says of the file: its meters, the days that its batch speaks for, its hash.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="parts")
    path = models.CharField(max_length=300, unique=True)
    rows = models.BigIntegerField()
    first_day = models.DateField()
    last_day = models.DateField()
    described = models.JSONField()
    is_live = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["batch"], condition=models.Q(is_live=True), name="live_parts")]
