"""Matters and the days on which they were seen."""

from django.db import models

from proxeny.accounts.models import Account
from proxeny.core.findings import Cause
from proxeny.core.money import Money
from proxeny.core.references import Reference
from proxeny.core.sentences import Sentence
from proxeny.docket.ordering import LEAST


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
    """A matter as it stood on the morning of `on`: an item of that day's docket.

    What the order of the day needs is laid down with it, so that a page finds the top of a long docket without reading the
    rest: `stake_factor` is the weight of what is at stake, the places count from 0 over all of the day, by the product of
    the factors and by each of them alone. `account` is the matter's, again; `is_open` tells that no answer holds that day.
    """

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
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    is_open = models.BooleanField(default=True)
    stake_factor = models.FloatField(default=LEAST)
    place = models.PositiveIntegerField(default=0)
    place_by_stake = models.PositiveIntegerField(default=0)
    place_by_urgency = models.PositiveIntegerField(default=0)
    place_by_doubt = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "on"], name="one_sighting_a_day")]
        indexes = [
            models.Index(fields=["on", "matter"], name="sightings_by_day"),
            # The heaviest first, without looking at the others.
            models.Index(
                fields=["on", "place", "account"], condition=models.Q(is_open=True), name="open_by_place"
            ),
            # Everything that counting and grouping need, so that no row is read for it.
            models.Index(
                fields=["on", "account", "place", "place_by_stake", "place_by_urgency", "place_by_doubt"],
                condition=models.Q(is_open=True),
                name="open_by_account",
            ),
        ]

    @property
    def text(self) -> Sentence:
        """The one sentence."""
        return Sentence.from_json(self.sentence)

    @property
    def stake(self) -> Money | None:
        """What is at stake in a year."""
        return None if self.stake_minor is None else Money(self.stake_minor, self.currency)
