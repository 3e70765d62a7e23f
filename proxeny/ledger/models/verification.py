"""What verifying by schedule found."""

from django.db import models


class Verification(models.Model):
    """That the record was verified: all of it (`is_whole`), or only what is new behind the head of `since` lines.

    `entries` is how many lines there were, `head` the largest signed head that these lines agreed with. Where it does not hold,
    `break_at`, `break_kind` and `detail` are the first place. A row is a reminder for those who look here; whoever can write
    this table can write a row, so it proves nothing.
    """

    at = models.DateTimeField()
    is_whole = models.BooleanField()
    since = models.PositiveBigIntegerField(default=0)
    entries = models.PositiveBigIntegerField()
    head = models.PositiveBigIntegerField(default=0)
    holds = models.BooleanField()
    break_at = models.BigIntegerField(null=True)
    break_kind = models.CharField(max_length=20, blank=True)
    detail = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["is_whole", "-at"], name="verifications_by_time")]
