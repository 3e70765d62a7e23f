"""What is kept of each customer for a day, so that pages need not ask the facts: the pulse."""

from django.db import models

from proxeny.accounts.models import Account
from proxeny.core.money import Money


class PulseDay(models.Model):
    """The day for which pulses were taken, and of which state of the data: `usage.pulses` tells what the versions hold.

    `identity` stands for the numbers and currencies of the customers, `accounts` changes more often, and is cheaper to know.
    """

    on = models.DateField(unique=True)
    facts = models.CharField(max_length=80)
    accounts = models.CharField(max_length=80)
    identity = models.CharField(max_length=64)
    contracts = models.CharField(max_length=120)
    taken_at = models.DateTimeField()


class Pulse(models.Model):
    """One customer as of the morning of a day.

    `curve` holds what was consumed on each of the ninety days before, as 32-bit numbers, nothing when nothing is on record;
    `consumed` is the sum of the twelve months before, `contracted` what the running contracts bring a year, each in minor
    units. The sizes are the same amounts in major units, for ordering only.
    """

    day = models.ForeignKey(PulseDay, models.CASCADE, related_name="pulses")
    account = models.ForeignKey(Account, models.CASCADE, related_name="pulses")
    curve = models.BinaryField()
    consumed_minor = models.BigIntegerField(null=True)
    consumed_currency = models.CharField(max_length=3, blank=True)
    consumed_size = models.FloatField(null=True)
    contracted_minor = models.BigIntegerField(null=True)
    contracted_currency = models.CharField(max_length=3, blank=True)
    contracted_size = models.FloatField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "account"], name="one_pulse_a_day")]

    @property
    def consumed(self) -> Money | None:
        """What was spent in the twelve months before the day."""
        return None if self.consumed_minor is None else Money(self.consumed_minor, self.consumed_currency)

    @property
    def contracted(self) -> Money | None:
        """What the contracts that run on the day bring a year."""
        return (
            None if self.contracted_minor is None else Money(self.contracted_minor, self.contracted_currency)
        )
