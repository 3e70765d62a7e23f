"""Entries and what they are about."""

from django.db import models


class Visibility(models.TextChoices):
    """Who may know that the entry exists."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"


class Entry(models.Model):
    """One line of the ledger, kept in the very words that are hashed.

    `at` is when it happened as its author's clock said, `recorded_at` when the machine wrote it down (never before the line
    above); the order is the sequence's, which has no gaps. `subjects` is a JSON list of references. `hash` covers all other
    columns and `previous`, the hash of the line before. The payload enters as `commitment`, so that its text can be erased by
    law without breaking the chain.
    """

    sequence = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=27)
    recorded_at = models.CharField(max_length=27)
    actor = models.CharField(max_length=120)
    kind = models.CharField(max_length=80)
    subjects = models.TextField(default="[]")
    visibility = models.CharField(max_length=16, choices=Visibility.choices)
    commitment = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["kind", "sequence"], name="ledger_by_kind")]


class Subject(models.Model):
    """An index from what an entry is about to the entry; it follows from the entries and proves nothing by itself."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=160)

    class Meta:
        indexes = [models.Index(fields=["reference", "entry"], name="ledger_by_subject")]
