"""Events that wait to be handed on."""

from django.db import models


class OutboxEvent(models.Model):
    """One event, kept with its change; `delivered_at` is empty until every subscriber has had it."""

    kind = models.CharField(max_length=80)
    payload = models.JSONField(default=dict)
    at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(delivered_at=None), name="outbox_waiting"),
        ]
