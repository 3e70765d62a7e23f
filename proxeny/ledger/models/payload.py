"""The text behind a commitment, and that it was erased."""

from django.db import models

from proxeny.ledger.models.entry import Entry


class Payload(models.Model):
    """What an entry says, as canonical JSON, and the random key of its commitment: without the key that tells nothing."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="payload")
    key = models.BinaryField(max_length=32)
    content = models.TextField(default="{}")


class Erased(models.Model):
    """That the text of an entry was erased by law: `order` is the entry that tells who ordered and who confirmed it.

    The database lets a payload go only where such a row stands.
    """

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="erased")
    order = models.ForeignKey(Entry, models.PROTECT, related_name="+")
