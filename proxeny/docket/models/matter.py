"""Matters and the days on which they were seen."""

from django.db import models

from proxeny.accounts.models import Account
from proxeny.core.findings import Cause
from proxeny.core.money import Money
from proxeny.core.references import Reference
from proxeny.core.sentences import Sentence


class Matter(models.Model):
    """One thing that needs a person's judgement, over all the days on which it is seen; its cause is that of the first day."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=40)
    family = models.CharField(max_length=260)
    since = models.DateField(null=True)
    size = models.FloatField(null=True)
    first_seen = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["account", "family"], name="matters_by_family")]

    @property
    def cause(self) -> Cause:
        """What makes a finding this matter."""
        return Cause(self.family, self.since, self.size)

    @property
    def direction(self) -> str:
        """Where it went, if the family ends with it: `up` or `down`."""
        return self.family.rpartition("/")[2]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("matter", str(self.pk))


class Sighting(models.Model):
    """A matter as it stood on the morning of `on`: an item of that day's docket."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="sightings")
    on = models.DateField()
    sentence = models.JSONField()
    evidence = models.JSONField(default=list)
    verbs = models.JSONField(default=list)
    stake_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    due = models.DateField(null=True)
    size = models.FloatField(null=True)
    urgency = models.FloatField()
    doubt = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "on"], name="one_sighting_a_day")]
        indexes = [models.Index(fields=["on", "matter"], name="sightings_by_day")]

    @property
    def text(self) -> Sentence:
        """The one sentence."""
        return Sentence.from_json(self.sentence)

    @property
    def stake(self) -> Money | None:
        """What is at stake in a year."""
        return None if self.stake_minor is None else Money(self.stake_minor, self.currency)
