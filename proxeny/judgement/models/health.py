"""The sum of the witnesses, as it stood on a day."""

from django.db import models

from proxeny.accounts.models import Account
from proxeny.judgement.models.judgement import Judgement


class Health(models.Model):
    """What the witnesses amount to for one customer from the morning of `on`, until a later row says otherwise.

    `score`, `low` and `high` lie between 0 and 100; silent witnesses and unsure ones widen the range. `parts` holds each
    witness as it was heard: `{"name", "weight", "value", "sure", "before", "fresh_on", "text", "evidence"}`, value None
    where it was silent.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="healths")
    on = models.DateField()
    score = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    band = models.CharField(max_length=6, choices=Judgement.Band.choices)
    parts = models.JSONField()

    class Meta:
        ordering = ["account", "-on"]
        constraints = [
            models.UniqueConstraint(fields=["account", "on"], name="one_health_a_day"),
            models.CheckConstraint(
                condition=models.Q(low__lte=models.F("score")) & models.Q(high__gte=models.F("score")),
                name="health_lies_within_its_range",
            ),
        ]
