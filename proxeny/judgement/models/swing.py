"""Swings, as they were seen on a day."""

from django.db import models

from proxeny.accounts.models import Account
from proxeny.core.money import Money


class Sweep(models.Model):
    """One look over all consumption as of the morning of `on`, with the data that `data_version` names."""

    on = models.DateField(db_index=True)
    data_version = models.CharField(max_length=64)
    series = models.PositiveIntegerField(default=0)
    too_little = models.JSONField(default=list)
    silent = models.JSONField(default=list)
    finished_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["on"], name="one_sweep_a_day")]


class Swing(models.Model):
    """A change in consumption that is neither rhythm nor holiday. Levels are in the meter's unit for a typical day."""

    sweep = models.ForeignKey(Sweep, models.CASCADE, related_name="swings")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    meter = models.CharField(max_length=200)
    measure = models.CharField(max_length=8)
    horizon = models.CharField(max_length=6)
    since = models.DateField()
    direction = models.CharField(max_length=4)
    change = models.FloatField()
    level_before = models.FloatField()
    level_now = models.FloatField()
    month_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    compared_with = models.JSONField(default=dict)
    evidence = models.JSONField(default=dict)
    certainty = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["account", "sweep"], name="swings_by_account")]

    @property
    def per_month(self) -> Money | None:
        """What the change amounts to a month: negative where consumption fell."""
        return None if self.month_minor is None else Money(self.month_minor, self.currency)
