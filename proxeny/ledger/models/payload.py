"""The text behind a commitment."""

from django.db import models

from proxeny.ledger.models.entry import Entry


class Payload(models.Model):
    """What an entry says, and the random key of its commitment: without the key the commitment tells nothing."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="payload")
    key = models.BinaryField(max_length=32)
    content = models.JSONField(default=dict)
