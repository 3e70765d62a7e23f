"""Signed heads of the ledger."""

from django.db import models


class Checkpoint(models.Model):
    """That the ledger had `size` lines with this root, as a signed note; `edges` let the tree be grown from here.

    Rows of this table are a convenience: what counts is the copy that somebody else holds (`ledger.anchoring`).
    """

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    edges = models.TextField(default="[]")
    note = models.TextField()
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["size"]


class Anchor(models.Model):
    """That a checkpoint was handed to somebody, or laid somewhere else: where, when, and whether it worked."""

    checkpoint = models.ForeignKey(Checkpoint, models.PROTECT, related_name="anchors")
    place = models.CharField(max_length=40)
    to = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    failed_with = models.TextField(blank=True)
    receipt = models.BinaryField(blank=True, default=bytes)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["place", "-at"], name="anchors_by_place")]
