"""Meters."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Meter(models.Model):
    """Something that is measured: storage, calls, orders.

    Its nature decides what a missing day means: with `lines` (every single purchase or charge comes in) nothing was consumed,
    with `metered` nothing is known.
    """

    class Nature(models.TextChoices):
        """What a missing day means."""

        LINES = "lines", _("single lines")
        METERED = "metered", _("meter readings")

    name = models.CharField(max_length=200, unique=True)
    nature = models.CharField(max_length=8, choices=Nature.choices)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
